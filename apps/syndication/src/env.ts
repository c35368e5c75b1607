import { httpUrl, parseEnv, port, processEnv } from '@dateline/service-kit/env';

/** What this process reads from its environment. docs/operations.md lists it; a test holds it to this. */
export const settings = {
  ...processEnv,
  SYNDICATION_PORT: port(4004),
  /** The gateway's graph: the only place that content comes from. */
  GATEWAY_URL: httpUrl.default('http://localhost:4000/graphql'),
  /** The reader site, which feeds link to. */
  SITE_URL: httpUrl.default('http://localhost:3000'),
  /** Where this service is reached from outside: feeds name their own address. */
  FEED_URL: httpUrl.default('http://localhost:4004'),
};

/** The only place that reads it. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env) =>
  parseEnv('syndication', settings, source);

export type Env = ReturnType<typeof readEnv>;
