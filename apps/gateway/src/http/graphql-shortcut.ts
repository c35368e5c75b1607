import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { streamTokenHeader } from '@dateline/service-kit/live/sse/event-streams';
import { wantsEventStream } from '@dateline/service-kit/live/sse/wants-event-stream';
import type { Shortcut } from '@dateline/service-kit/shortcut';
import { exposedHeaders } from './cors.ts';
import { isForeignPagesGet } from './cross-site.ts';
import type { Accepted, ReadyAnswer } from './graphql-executor.ts';
import { isHost } from './host.ts';
import { graphqlMediaType } from './media-type.ts';
import { securityHeaders } from './security-headers.ts';

/** May an answer be given to whoever sends these headers without asking who that is? */
export interface ShortcutDoor {
  takesShortcut(headers: IncomingHttpHeaders): boolean;
}

/**
 * The answer to nobody signed in, when it is at hand; at once, and without reading the request. `text` is as in
 * IncomingOperation. The object of its headers may come again: it is not changed.
 */
export type KnownAnswer = (text: string, accepted: Accepted) => ReadyAnswer | undefined;

const path = '/graphql';
const anyOrigin = ['access-control-allow-origin', '*', 'access-control-expose-headers', exposedHeaders];

/**
 * Answers what is known before the router has seen it. It takes only what the router would let through: every other
 * request, also one to be refused, is the router's.
 */
export function createGraphqlShortcut(
  knownAnswer: KnownAnswer,
  { corsOrigins }: { readonly corsOrigins: readonly string[] },
  door: ShortcutDoor,
): Shortcut {
  const isOpen = corsOrigins.includes('*');
  const flat = new WeakMap<ReadyAnswer['headers'], readonly string[]>();
  const always = Object.entries(securityHeaders).flat();

  /** Those of a kept answer are the same for a while. */
  function flatten(headers: ReadyAnswer['headers']): readonly string[] {
    const known = flat.get(headers);
    if (known) return known;
    const made = [...always, ...Object.entries(headers).flat()];
    flat.set(headers, made);
    return made;
  }

  return {
    route: path,
    takes({ method, url = '', headers }) {
      // Who asks is found out by the router, and where only some pages may read it says which.
      if (headers.authorization !== undefined || !isOpen || !isHost(headers.host)) return false;
      if (!door.takesShortcut(headers)) return false;
      if (method === 'POST') return url === path && isPlainJson(headers);
      return (
        method === 'GET' &&
        url.startsWith(`${path}?`) &&
        headers['content-type'] === undefined &&
        !isForeignPagesGet(headers)
      );
    },
    answer(request, text) {
      const { accept, 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch, origin } = request.headers;
      if (request.headers[streamTokenHeader] !== undefined || wantsEventStream(accept)) return undefined;
      const mediaType = graphqlMediaType(accept);
      if (!mediaType) return undefined;
      // 304 is for who asks by GET: RFC 9110, section 13.1.2.
      const accepted = { mediaType, acceptEncoding, ifNoneMatch: request.method === 'GET' ? ifNoneMatch : undefined };
      const known = knownAnswer(textOf(request, text), accepted);
      if (!known) return undefined;
      const headers = flatten(known.headers);
      return {
        status: known.status,
        headers: origin === undefined ? headers : [...headers, ...anyOrigin],
        body: known.body,
        operationName: known.operationName,
      };
    },
  };
}

function isPlainJson({ 'content-type': type, 'content-encoding': encoding }: IncomingHttpHeaders): boolean {
  return encoding === undefined && (type === 'application/json' || type === 'application/json; charset=utf-8');
}

function textOf({ method, url = '' }: IncomingMessage, body: string): string {
  return method === 'GET' ? url.slice(path.length + 1) : body;
}
