import type { FastifyInstance } from 'fastify';

const onEveryAnswer: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** For answers that are no page: whatever a browser is made to see in them, it runs nothing. */
const noPagePolicy = "default-src 'none'; frame-ancestors 'none'";

/** What every answer carries that is no page. */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...onEveryAnswer,
  'content-security-policy': noPagePolicy,
};

export function addSecurityHeaders(http: FastifyInstance): void {
  http.addHook('onSend', (_request, reply, _payload, next) => {
    reply.headers(onEveryAnswer);
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', noPagePolicy);
    // Until an answer says who may keep it, nobody may: it can hold what only this viewer sees, or an error.
    if (!reply.hasHeader('cache-control') || reply.statusCode >= 400)
      reply.header('cache-control', 'private, no-store');
    next();
  });
}
