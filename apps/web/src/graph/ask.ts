import type { GraphAnswer } from '@dateline/client/graph-answer';
import { createGraphClient } from '@dateline/client/graph-client';
import { GraphRequestError } from '@dateline/client/graph-error';
import type { TypedDocument } from '@dateline/client/typed-document';
import { requestIdHeader } from '@dateline/service-kit/request-id';

/**
 * Asks the graph. Null when no answer came at all: the graph is down, or was too slow. A question under a token that is no
 * longer good is asked again as a signed-out reader; a change is not, and its answer says UNAUTHENTICATED.
 */
export type Ask = <Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
) => Promise<GraphAnswer<Result> | null>;

export interface GraphSettings {
  readonly graphUrl: string;
  /** Longer than the gateway's own deadlines, so that its partial answer is waited for. */
  readonly timeoutMs: number;
  /** Told when no answer came, for the log. */
  readonly onFailure: (requestId: string, error: GraphRequestError) => void;
}

/** Speaks to the graph for one request of one reader, under the same request id. */
export function createAsk(settings: GraphSettings, requestId: string, token: string | undefined): Ask {
  const client = createGraphClient({
    url: settings.graphUrl,
    clientName: 'web',
    persisted: true,
    timeoutMs: settings.timeoutMs,
    fetch: (input, init) => {
      const request = new Request(input, init);
      request.headers.set(requestIdHeader, requestId);
      return globalThis.fetch(request);
    },
  });
  return async (document, variables) => {
    try {
      const answer = await client.request(document, variables, { token });
      return isRefusedQuestion(answer, document.text) ? await client.request(document, variables) : answer;
    } catch (error) {
      if (!(error instanceof GraphRequestError)) throw error;
      settings.onFailure(requestId, error);
      return null;
    }
  };
}

function isRefusedQuestion({ data, errors }: GraphAnswer<unknown>, text: string): boolean {
  return data === null && text.startsWith('query') && errors.some(({ code }) => code === 'UNAUTHENTICATED');
}
