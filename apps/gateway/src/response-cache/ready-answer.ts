import type { Accepted, ReadyAnswer } from '../http/graphql-executor.ts';
import { answerHeaders } from './answer-headers.ts';
import { anonymousKeys } from './cache-key.ts';
import type { CacheEntry } from './entry.ts';
import { namesEtag } from './etag-match.ts';
import type { Outcome } from './outcome.ts';
import type { ResponseCache } from './response-cache.ts';

const nothing = Buffer.alloc(0);

/** A kept answer in just the form that a client takes: in its coding, or as "you have it" (304, RFC 9110, 15.4.5). */
export function readyAnswer(
  cache: ResponseCache,
  { entry, outcome }: { readonly entry: CacheEntry; readonly outcome: Outcome },
  { mediaType, acceptEncoding, ifNoneMatch }: Accepted,
): ReadyAnswer {
  const { name: operationName } = entry;
  const representation = cache.represent(entry, acceptEncoding);
  const contentType = `${mediaType}; charset=utf-8`;
  const headers = answerHeaders(entry, representation, contentType, cache.now(), outcome);
  if (!namesEtag(ifNoneMatch, representation.etag)) {
    return { isReady: true, status: entry.status, headers, body: representation.bytes, operationName };
  }
  const { 'content-length': _length, 'content-type': _type, 'content-encoding': _coding, ...rest } = headers;
  return { isReady: true, status: 304, headers: rest, body: nothing, operationName };
}

/** What is kept for everybody who has not signed in, by the text of the request alone. */
export function knownAnswers(cache: ResponseCache) {
  return (text: string, accepted: Accepted): ReadyAnswer | undefined => {
    const entry = cache.lookup(anonymousKeys, text);
    return entry && readyAnswer(cache, { entry, outcome: 'HIT' }, accepted);
  };
}
