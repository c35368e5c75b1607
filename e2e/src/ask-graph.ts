/** One error of an answer, as a client sees it. */
export interface PublicError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface GraphAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asked for is what it looks at.
  readonly data: any;
  readonly errors: readonly PublicError[];
  /** From the first byte sent to the last received. */
  readonly durationMs: number;
}

export interface AskOptions {
  readonly token?: string;
  readonly operationName?: string;
}

/** Asks a graph as any HTTP client would, with nothing of Dateline's own. */
export async function askGraph(
  url: string,
  query: string,
  variables: object = {},
  { token, operationName }: AskOptions = {},
): Promise<GraphAnswer> {
  const startedAt = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const { data = null, errors = [] } = (await response.json()) as Partial<GraphAnswer>;
  return { status: response.status, data, errors, durationMs: performance.now() - startedAt };
}
