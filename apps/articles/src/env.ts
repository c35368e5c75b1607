import { httpUrl, parseEnv, port, postgresUrl, processEnv, signingSecret } from '@dateline/service-kit/env';
import { tracingEnv } from '@dateline/service-kit/tracing/tracing-settings';

/** What this process reads from its environment. docs/operations.md lists it; a test holds it to this. */
export const settings = {
  ...processEnv,
  ...tracingEnv,
  ARTICLES_PORT: port(4001),
  ARTICLES_DATABASE_URL: postgresUrl,
  VIEWER_SIGNING_SECRET: signingSecret,
  /** Where readers find articles; canonical URLs begin with it. */
  SITE_URL: httpUrl.default('http://localhost:3000'),
};

/** The only place that reads it. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env) =>
  parseEnv('articles', settings, source);

export type Env = ReturnType<typeof readEnv>;
