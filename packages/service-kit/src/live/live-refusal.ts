import { type ErrorCode, errorCatalogue } from '../error-catalogue.ts';

export interface LiveRefusalOptions {
  /** What the client may read; the catalogue's message by default. */
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A stream or a socket is refused before it begins: this status, this code and these words go to the client. */
export class LiveRefusal extends Error {
  override readonly name = 'LiveRefusal';
  readonly statusCode: number;
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    statusCode: number,
    code: ErrorCode,
    { message = errorCatalogue[code].message, headers = {}, cause }: LiveRefusalOptions = {},
  ) {
    super(message, { cause });
    this.statusCode = statusCode;
    this.code = code;
    this.headers = headers;
  }
}

export const badLiveRequest = (message: string, statusCode = 400): LiveRefusal =>
  new LiveRefusal(statusCode, 'BAD_REQUEST', { message });

/** As GraphQL answers: JSON with `errors`. */
export function refusalBody({ code, message }: LiveRefusal) {
  return { errors: [{ message, extensions: { code } }] };
}
