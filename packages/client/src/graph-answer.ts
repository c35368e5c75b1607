import { type GraphError, GraphRequestError } from './graph-error.ts';

/** What a request brought. Both can be there at once: `data` with nulls, and `errors` that say why. */
export interface GraphAnswer<Result> {
  readonly data: Result | null;
  readonly errors: readonly GraphError[];
}

/**
 * Reads an HTTP response as a GraphQL answer, whatever its status: a refusal (400, 401) carries its errors in the body.
 * The data is taken to have the type its document promises; the server checked the document against the schema.
 */
export async function readAnswer<Result>(response: Response): Promise<GraphAnswer<Result>> {
  const body = parseJson(await response.text());
  if (!isRecord(body) || !('data' in body || Array.isArray(body['errors']))) throw noAnswer(response);
  return { data: (body['data'] ?? null) as Result | null, errors: errorsOf(body['errors']) };
}

function noAnswer(response: Response): GraphRequestError {
  const { status } = response;
  if (response.ok)
    return new GraphRequestError('BAD_ANSWER', 'The server answered with something that is no GraphQL answer.', {
      status,
    });
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined;
  return new GraphRequestError('HTTP', `The server answered with status ${status}.`, { status, retryAfterSeconds });
}

/** The `errors` of an answer, whatever stands there. */
export function errorsOf(errors: unknown): GraphError[] {
  return Array.isArray(errors) ? errors.filter(isRecord).map(toGraphError) : [];
}

function toGraphError(error: Readonly<Record<string, unknown>>): GraphError {
  const extensions = isRecord(error['extensions']) ? error['extensions'] : {};
  const code = extensions['code'];
  return {
    message: String(error['message'] ?? ''),
    code: typeof code === 'string' ? code : '',
    path: Array.isArray(error['path']) ? error['path'] : [],
    extensions,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
