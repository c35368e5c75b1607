import { resolve } from 'node:path';
import { httpUrl, parseEnv, port, postgresUrl, processEnv, signingSecret } from '@dateline/service-kit/env';
import { tracingEnv } from '@dateline/service-kit/tracing/tracing-settings';
import { z } from 'zod';

/** What this process reads from its environment. docs/operations.md lists it; a test holds it to this. */
export const settings = {
  ...processEnv,
  ...tracingEnv,
  MEDIA_PORT: port(4002),
  MEDIA_DATABASE_URL: postgresUrl,
  VIEWER_SIGNING_SECRET: signingSecret,
  /** Signs the URLs of renditions and uploads. A new one makes every URL that was given out invalid. */
  IMAGE_SIGNING_SECRET: signingSecret,
  /** The folder of originals, renditions and uploads under way; shared by all processes of media. */
  MEDIA_DIR: z
    .string()
    .min(1)
    .transform((path) => resolve(path)),
  /** Where readers and editors reach this service over HTTP; URLs of pictures begin with it. */
  MEDIA_URL: httpUrl.default('http://localhost:4002'),
};

/** The only place that reads it. */
export const readEnv = (source: Readonly<Record<string, string | undefined>> = process.env) =>
  parseEnv('media', settings, source);

export type Env = ReturnType<typeof readEnv>;
