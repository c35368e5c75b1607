import type { Viewer } from '@dateline/service-kit/viewer';
import { signViewer } from '@dateline/service-kit/viewer-signature';
import { Pool } from 'undici';

/** Who imports. */
export const editor: Viewer = { id: 'bench-editor', displayName: 'Bench', roles: ['READER', 'STAFF', 'EDITOR'] };

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface AskArticles {
  (query: string, variables?: object, viewer?: Viewer | null): Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Place {
  readonly url: string;
  readonly secret: string;
}

/** Asks the subgraph as the gateway does: undici, kept connections, each request signed for its viewer. */
export function askArticles({ url, secret }: Place): AskArticles {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64, pipelining: 1 });
  const ask = async (query: string, variables: object = {}, viewer: Viewer | null = null): Promise<Answer> => {
    const body = JSON.stringify({ query, variables });
    const signature = signViewer(viewer, { subgraph: 'articles', secret, body, now: new Date() });
    const headers = { 'content-type': 'application/json', ...signature };
    const answer = await pool.request({ method: 'POST', path: pathname, headers, body });
    return { status: answer.statusCode, text: await answer.body.text() };
  };
  return Object.assign(ask, { close: () => pool.close() });
}

/** The data of an answer. Throws what was wrong where there are errors. */
export function dataOf({ status, text }: Answer): Record<string, unknown> {
  const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
  if (status !== 200 || errors || !data) throw new Error(`${status}: ${text.slice(0, 500)}`);
  return data;
}
