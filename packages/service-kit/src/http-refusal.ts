import { type ErrorCode, errorCatalogue } from './error-catalogue.ts';

export interface HttpRefusalOptions {
  /** What the client may read; the catalogue's message by default. */
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A request is answered at the door, before it is GraphQL: this status, this code and these words go to the client. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly statusCode: number;
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    statusCode: number,
    code: ErrorCode,
    { message = errorCatalogue[code].message, headers = {}, cause }: HttpRefusalOptions = {},
  ) {
    super(message, { cause });
    this.statusCode = statusCode;
    this.code = code;
    this.headers = headers;
  }
}

export const badRequest = (message: string, statusCode = 400): HttpRefusal =>
  new HttpRefusal(statusCode, 'BAD_REQUEST', { message });

/** As GraphQL answers: JSON with `errors`. */
export function refusalBody({ code, message }: HttpRefusal) {
  return { errors: [{ message, extensions: { code } }] };
}
