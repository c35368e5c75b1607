import { HeaderMap } from '@apollo/server';
import { type ErrorCode, errorCatalogue } from '@dateline/service-kit/error-catalogue';
import { GraphQLError } from 'graphql';

export interface RefusalOptions {
  /** What the client may read; the catalogue's message by default. */
  readonly message?: string;
  /** The HTTP status; 400 by default. */
  readonly status?: number;
}

/** The gateway says no to an operation before anything is fetched for it. */
export class Refusal extends GraphQLError {
  override readonly name = 'Refusal';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, { message = errorCatalogue[code].message, status = 400 }: RefusalOptions = {}) {
    super(message, { extensions: { code, http: { status, headers: new HeaderMap() } } });
    this.code = code;
  }
}
