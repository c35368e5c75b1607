import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { Logger } from '@dateline/service-kit/logger';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { refusalOf } from '../errors/engine-refusal.ts';
import { createGatewayErrorFormatter } from '../errors/format-gateway-error.ts';
import { Refusal } from '../errors/refusal.ts';
import { InvalidDocument } from '../operations/admit-operation.ts';

/** Why an operation came to nothing, as a client may read it. */
export interface Refused {
  readonly errors: readonly GraphQLFormattedError[];
  /** Of HTTP, for who can still say one. */
  readonly status: number;
}

/** Brings whatever was thrown on the way to an answer into the form that all errors of the gateway have. */
export function createRefusedOf(logger: Logger, { hideSuggestions }: { readonly hideSuggestions: boolean }) {
  const format = createGatewayErrorFormatter(logger, { hideSuggestions });

  return (thrown: unknown): Refused => {
    const error = refusalOf(thrown);
    if (error instanceof InvalidDocument) {
      return { errors: error.errors.map((one) => format(documentError(one), one)), status: 400 };
    }
    if (error instanceof HttpRefusal) {
      return { errors: [{ message: error.message, extensions: { code: error.code } }], status: error.statusCode };
    }
    const formatted = error instanceof GraphQLError ? error.toJSON() : { message: '' };
    return { errors: [format(formatted, error)], status: error instanceof Refusal ? error.status : 500 };
  };
}

function documentError(error: GraphQLError): GraphQLFormattedError {
  const code = error.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED';
  return { ...error.toJSON(), extensions: { code } };
}

export type RefusedOf = ReturnType<typeof createRefusedOf>;
