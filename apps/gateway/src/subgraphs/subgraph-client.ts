import { Pool } from 'undici';
import { SubgraphFailure } from './subgraph-failure.ts';

export interface SubgraphClientOptions {
  /** Where its graph stands. */
  readonly url: string;
  readonly connections: number;
  /** An answer with more is cut. */
  readonly maxBytes: number;
}

export interface SubgraphRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the wait for a connection to the last byte of the answer. */
  readonly timeoutMs: number;
  /** The whole request's; aborts this one too. */
  readonly signal: AbortSignal;
}

/** Speaks HTTP with one subgraph over a bounded pool of connections. Every fault is a SubgraphFailure. */
export function createSubgraphClient({ url, connections, maxBytes }: SubgraphClientOptions) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });

  return {
    /** Posts JSON; resolves to the JSON of a 200 answer. */
    async post({ headers, body, timeoutMs, signal }: SubgraphRequest): Promise<unknown> {
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await pool.request({
          method: 'POST',
          path: pathname,
          headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
          body,
          signal: AbortSignal.any([deadline, signal]),
        });
        const text = await readText(answer.body, maxBytes);
        if (answer.statusCode !== 200) throw refusedWith(answer.statusCode);
        return parseJson(text);
      } catch (error) {
        if (error instanceof SubgraphFailure) throw error;
        throw failureOf(error, signal.aborted ? signal : deadline);
      }
    },

    /** Is it ready by its own account? Null, or why not. */
    async probe(timeoutMs: number): Promise<string | null> {
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        const { statusCode, body } = await pool.request({ method: 'GET', path: '/readyz', signal });
        await body.dump();
        return statusCode === 200 ? null : 'not ready';
      } catch {
        return 'no answer';
      }
    },

    close: () => pool.destroy(),
  };
}

export type SubgraphClient = ReturnType<typeof createSubgraphClient>;

/** What went wrong, by the signal that cut the request if one did. */
function failureOf(error: unknown, { aborted, reason }: AbortSignal): SubgraphFailure {
  if (!aborted) return new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'no connection, or it broke', { cause: error });
  const isLate = reason instanceof DOMException && reason.name === 'TimeoutError';
  return isLate
    ? new SubgraphFailure('SUBGRAPH_TIMEOUT', 'no whole answer in time')
    : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the client went away');
}

async function readText(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop destroys the stream, and with it the connection: the rest is never read.
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new SubgraphFailure('SUBGRAPH_ERROR', `the answer is over ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function refusedWith(status: number): SubgraphFailure {
  const down = status === 502 || status === 503 || status === 504;
  return new SubgraphFailure(down ? 'SUBGRAPH_UNAVAILABLE' : 'SUBGRAPH_ERROR', `answered HTTP ${status}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SubgraphFailure('SUBGRAPH_ERROR', 'the answer is not JSON');
  }
}
