import type { ExecutionResult } from 'graphql';
import { readEvents } from './event-stream.ts';

/** Anything but a stream: what the server says instead, as it is. */
async function answerOf(response: Response): Promise<ExecutionResult> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The server answered ${response.status} and no JSON: ${text.slice(0, 200)}`);
  }
}

/**
 * A subscription over server-sent events, in the "distinct connections" mode of the GraphQL over SSE protocol: one POST, and
 * its answer is the stream. It ends with the iterator's `return`. The headers of the header editor are sent, as with fetch
 * anywhere else; EventSource could send none.
 *
 * @see https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export async function* subscribe(
  url: string,
  request: object,
  headers: Readonly<Record<string, string>>,
): AsyncGenerator<ExecutionResult, void, undefined> {
  const leaving = new AbortController();
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(request),
      headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
      signal: leaving.signal,
    });
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      yield await answerOf(response);
      return;
    }
    for await (const { event, data } of readEvents(response.body)) {
      if (event === 'complete') return;
      if (event === 'next') yield JSON.parse(data);
    }
  } finally {
    leaving.abort();
  }
}
