import { randomUUID } from 'node:crypto';

const wellFormed = /^[A-Za-z0-9_-]{8,64}$/;

/** The header that carries one request's id from the door to the last subgraph. */
export const requestIdHeader = 'x-request-id';

/** The caller's request id when it is plain enough to stand in a log, otherwise a new one. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && wellFormed.test(header) ? header : randomUUID();
}
