import { GraphQLError } from 'graphql';
import { type ErrorCode, errorCatalogue } from './error-catalogue.ts';

export interface CataloguedErrorOptions {
  /** What people outside may read; the catalogue's message by default. Never put a secret or an address in it. */
  readonly message?: string;
  /** The input field at fault, as ['input', 'headline']. */
  readonly field?: readonly string[];
  /** For the log only. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A surprise with a name: a code of the catalogue, a public message, and private context for the log. */
export class CataloguedError extends GraphQLError {
  override readonly name = 'CataloguedError';
  readonly code: ErrorCode;
  readonly context: Readonly<Record<string, unknown>>;
  readonly retry: boolean;

  constructor(code: ErrorCode, options: CataloguedErrorOptions = {}) {
    const { message = errorCatalogue[code].message, field, context = {}, cause } = options;
    super(message, {
      extensions: field ? { code, field } : { code },
      ...(cause instanceof Error ? { originalError: cause } : {}),
    });
    this.code = code;
    this.context = context;
    this.retry = errorCatalogue[code].retry;
  }
}
