import { httpUrl, parseEnv, processEnv } from '@dateline/service-kit/env';
import { z } from 'zod';

/** What the command reads from its environment. Options on the command line come first. */
export interface CliEnv {
  readonly nodeEnv: 'development' | 'test' | 'production';
  /** The gateway to talk to; the graph's path may be left out. */
  readonly gatewayUrl: string;
  readonly token: string | undefined;
  /** The development issuer's key; without it `.dateline/dev-issuer.json` is looked for. */
  readonly devIssuerKeyFile: string | undefined;
}

/** Throws an EnvironmentError that names every variable at fault. */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): CliEnv {
  const env = parseEnv(
    'dateline',
    {
      NODE_ENV: processEnv.NODE_ENV,
      GATEWAY_URL: httpUrl.default('http://localhost:4000'),
      DATELINE_TOKEN: z.string().optional(),
      DEV_ISSUER_KEY_FILE: z.string().optional(),
    },
    source,
  );
  return {
    nodeEnv: env.NODE_ENV,
    gatewayUrl: env.GATEWAY_URL,
    token: env.DATELINE_TOKEN,
    devIssuerKeyFile: env.DEV_ISSUER_KEY_FILE,
  };
}
