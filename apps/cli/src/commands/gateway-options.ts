import type { Command } from 'commander';
import { connectGateway, type Gateway } from '../gateway.ts';
import { gatewayUrl } from '../option-values.ts';
import type { CommandDeps } from '../run.ts';
import { findToken } from '../token/find-token.ts';

export interface GatewayOptions {
  readonly gateway?: string;
  readonly token?: string;
}

/** The two options of every command that speaks to the gateway. */
export function addGatewayOptions(command: Command): Command {
  return command
    .option('--gateway <url>', 'the gateway to speak to (GATEWAY_URL, else http://localhost:4000)', gatewayUrl)
    .option(
      '--token <token>',
      "who to speak as (DATELINE_TOKEN, else an editor's token signed by the development issuer)",
    );
}

/** Connects when it is first asked for, and once. */
export function lazyGateway({ gateway, token }: GatewayOptions, { env, cwd }: CommandDeps): () => Promise<Gateway> {
  let connected: Promise<Gateway> | undefined;
  const connect = async () =>
    connectGateway({ address: gateway ?? env.gatewayUrl, token: await findToken(token, env, cwd) });
  return () => {
    connected ??= connect();
    return connected;
  };
}
