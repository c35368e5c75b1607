import type { IncomingMessage } from 'node:http';
import { errorCatalogue } from '@dateline/service-kit/error-catalogue';
import type { Shortcut, ShortcutAnswer } from '@dateline/service-kit/shortcut';
import type { DoorEvents } from '../../telemetry/events.ts';
import { securityHeaders } from '../security-headers.ts';
import { retryAfterSeconds } from './overloaded.ts';
import type { Workload } from './workload.ts';

export interface ShedAtTheDoorOptions {
  readonly workload: Workload;
  readonly corsOrigins: readonly string[];
  readonly events: Pick<DoorEvents, 'shed'>;
}

const path = '/graphql';

const { message } = errorCatalogue.OVERLOADED;
const body = Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code: 'OVERLOADED' } }] }));
const always = [
  ...Object.entries(securityHeaders).flat(),
  ...['content-type', 'application/json; charset=utf-8', 'content-length', String(body.byteLength)],
  ...['cache-control', 'private, no-store'],
];

/** Turned away before the router, and before its body is read; undefined: it may pass. */
export type ShedAtTheDoor = NonNullable<Shortcut['turnAway']>;

/**
 * When there is more to do than can be done, whatever is not at hand is answered 503 at a fraction of what any other answer
 * costs. Kept answers come before this: readers are served. Only the graph is closed, never health or metrics.
 */
export function shedAtTheDoor({ workload, corsOrigins, events }: ShedAtTheDoorOptions): ShedAtTheDoor {
  return ({ method, url, headers: { origin } }: IncomingMessage): ShortcutAnswer | undefined => {
    const { excess } = workload;
    if (excess === null || method === 'OPTIONS' || !isGraph(url)) return undefined;
    events.shed(excess);
    const headers = [...always, 'retry-after', String(retryAfterSeconds()), ...corsHeaders(origin, corsOrigins)];
    return { status: 503, headers, body };
  };
}

const readable = ['access-control-expose-headers', 'x-request-id, retry-after'];

/** A page must be able to read when it may come again, as it may read any other answer. */
function corsHeaders(origin: string | undefined, origins: readonly string[]): readonly string[] {
  const isAny = origins.includes('*');
  const mayRead = origin !== undefined && (isAny || origins.includes(origin));
  return [
    ...(isAny ? [] : ['vary', 'origin']),
    ...(mayRead ? ['access-control-allow-origin', isAny ? '*' : origin, ...readable] : []),
  ];
}

function isGraph(url = ''): boolean {
  return url === path || url.startsWith(`${path}?`) || url.startsWith(`${path}/`);
}
