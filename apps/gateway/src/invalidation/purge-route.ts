import { createHash, timingSafeEqual } from 'node:crypto';
import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { Logger } from '@dateline/service-kit/logger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Siblings } from '../cluster/siblings.ts';
import { allCaches } from './all-caches.ts';
import type { Purgeable } from './purgeable.ts';

export interface PurgeRouteOptions {
  /** What an operator shows as bearer; null: there is no such address. */
  readonly token: string | null;
  readonly logger: Logger;
  readonly caches: readonly Purgeable[];
  /** The other workers of a cluster; null when there are none. */
  readonly siblings?: Siblings | null;
}

const maxTags = 100;
const maxTagCharacters = 256;

const tag = z
  .string()
  .min(1)
  .max(maxTagCharacters)
  .regex(/^[\x21-\x7e]+$/);
const purgeSchema = z.union([
  z.strictObject({ tags: z.array(tag).min(1).max(maxTags) }),
  z.strictObject({ all: z.literal(true) }),
]);

/**
 * POST /cache/purge, for operators: `{"tags": […]}` or `{"all": true}`. Answers `{"purged": n}`, as counted here. It reaches
 * the caches of this process and of its siblings, and what processes share.
 */
export function addPurgeRoute(http: FastifyInstance, { token, logger, caches, siblings }: PurgeRouteOptions): void {
  if (token === null) return;
  const isOperators = sameAs(token);
  const all = allCaches(caches);
  siblings?.onPurge((asked) => void ('tags' in asked ? all.purge(asked.tags) : all.purgeAll()));

  http.post('/cache/purge', {
    // Before the body is read.
    onRequest: async (request) => requireOperator(request, isOperators),
    handler: async (request) => {
      const asked = purgeSchema.safeParse(request.body);
      if (!asked.success) {
        throw new HttpRefusal(400, 'BAD_USER_INPUT', {
          message: `Send {"tags": […]} with 1 to ${maxTags} tags of at most ${maxTagCharacters} visible ASCII characters, or {"all": true}.`,
        });
      }
      siblings?.purge(asked.data);
      const purged = await ('tags' in asked.data ? all.purge(asked.data.tags) : all.purgeAll());
      logger.info({ requestId: request.id, ...asked.data, purged }, 'an operator purged the caches');
      return { purged };
    },
  });
}

/** 401 without a bearer, 403 with another one: an editor's token is a good one, and still not for this. */
async function requireOperator({ headers }: FastifyRequest, isOperators: (token: string) => boolean): Promise<void> {
  const [, given] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (given === undefined) {
    throw new HttpRefusal(401, 'UNAUTHENTICATED', { headers: { 'www-authenticate': 'Bearer' } });
  }
  if (!isOperators(given)) throw new HttpRefusal(403, 'FORBIDDEN');
}

/** Compares in a time that tells nothing of where two texts differ, nor of their lengths. */
function sameAs(secret: string): (given: string) => boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  const expected = digestOf(secret);
  return (given) => timingSafeEqual(digestOf(given), expected);
}
