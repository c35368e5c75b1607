import { httpUrl, parseEnv, port, processEnv } from '@dateline/service-kit/env';
import { z } from 'zod';

/** What this process reads from its environment. docs/operations.md lists it; a test holds it to this. */
export const settings = {
  ...processEnv,
  WEB_PORT: port(3000),
  /** The gateway, with or without the /graphql at which its graph stands. */
  GATEWAY_URL: httpUrl.default('http://localhost:4000').transform((url) => `${url.replace(/\/graphql$/, '')}/graphql`),
  /** The graph as readers' browsers find it: pages hear there what happens while they are open. */
  GATEWAY_PUBLIC_URL: httpUrl.default('http://localhost:4000/graphql'),
  /** Where readers find this site. */
  SITE_URL: httpUrl.default('http://localhost:3000'),
  /** Where readers' browsers find the feeds. */
  FEED_URL: httpUrl.default('http://localhost:4004'),
  /** Where readers' browsers find the pictures: the only other origin that pages may load from. */
  MEDIA_URL: httpUrl.default('http://localhost:4002'),
  /** Development only: the key that signs the tokens of /sign-in. Without it there is no such page. */
  DEV_ISSUER_KEY_FILE: z.string().optional(),
};

/** The only place that reads it. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env) =>
  parseEnv('web', settings, source);

export type Env = ReturnType<typeof readEnv>;
