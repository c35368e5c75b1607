import { HeaderMap } from '@apollo/server';
import { type ErrorCode, errorCatalogue } from '@dateline/service-kit/error-catalogue';
import { GraphQLError } from 'graphql';

export interface RefusalOptions {
  /** What the client may read; the catalogue's message by default. */
  readonly message?: string;
  /** The HTTP status; 400 by default. */
  readonly status?: number;
  /** Header fields of its answer, in small letters. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a program may read beside the code. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The gateway says no to an operation before anything is fetched for it. */
export class Refusal extends GraphQLError {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    { message = errorCatalogue[code].message, status = 400, headers = {}, more = {} }: RefusalOptions = {},
  ) {
    super(message, {
      extensions: { code, ...more, http: { status, headers: new HeaderMap(Object.entries(headers)) } },
    });
    this.code = code;
    this.status = status;
    this.headers = headers;
    this.more = more;
  }
}
