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

/** A token that was signed for the command is good for a quarter of an hour; a watch goes on for months. */
const tokenAgeMs = 10 * 60_000;

/** Connects when it is first asked for, and again with another token before the first one runs out. */
export function lazyGateway({ gateway, token }: GatewayOptions, { env, cwd }: CommandDeps): () => Promise<Gateway> {
  let connected: { readonly gateway: Promise<Gateway>; readonly at: number } | undefined;
  const connect = async () =>
    connectGateway({ address: gateway ?? env.gatewayUrl, token: await findToken(token, env, cwd) });
  const current = () => {
    if (!connected || performance.now() - connected.at > tokenAgeMs)
      connected = { gateway: connect(), at: performance.now() };
    return connected.gateway;
  };
  return async () => {
    await current();
    return { send: async (document, variables) => (await current()).send(document, variables) };
  };
}
