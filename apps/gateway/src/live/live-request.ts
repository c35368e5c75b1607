import type { LiveRequest } from '@dateline/service-kit/live/live-operations';
import type { IncomingOperation } from '../http/graphql-executor.ts';
import { incomingOperation } from '../http/graphql-request.ts';
import type { IncrementalFormat } from '../http/incremental/incremental-format.ts';

/** Whoever writes the answer into a stream has no use for codings, tags or media types. */
const acceptedForms = {
  mediaType: 'application/graphql-response+json',
  acceptEncoding: undefined,
  ifNoneMatch: undefined,
} as const;

/** In which format a client takes an answer in parts: it says so in the request, for a stream has no Accept of its own. */
function incrementalFormat({ extensions }: LiveRequest): IncrementalFormat | null {
  const format = extensions?.['incremental'];
  return format === 'v0.2' || format === '20220824' ? format : null;
}

/** What came over a stream as a request that came over HTTP, so that the same is refused and known of both. */
export function readLiveRequest(request: LiveRequest, maxDepth: number): IncomingOperation {
  const { isSafe, query, operationName, variables, extensions, documentId } = request;
  const asked = { query, operationName, variables, extensions, documentId };
  const accepted = { ...acceptedForms, incremental: incrementalFormat(request) };
  if (!isSafe) return incomingOperation('POST', JSON.stringify(asked), { maxDepth, accepted });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== null)
      search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return incomingOperation('GET', search.toString(), { maxDepth, accepted });
}
