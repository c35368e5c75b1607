import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CataloguedError } from './catalogued-error.ts';
import { type ErrorCode, errorCatalogue, isErrorCode } from './error-catalogue.ts';
import type { Logger } from './logger.ts';

/** Apollo Server's own refusals whose text speaks only of the client's document or variables. */
const clientFaults: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * The one exit for errors: only codes of the catalogue leave, with a message that was meant for people outside.
 * Anything else becomes INTERNAL_SERVER_ERROR and is logged whole.
 */
export function createErrorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrap(error);
    if (original instanceof CataloguedError) {
      if (original.retry)
        logger.warn({ code: original.code, path: formatted.path, ...original.context }, original.message);
      return { ...formatted, message: original.message, extensions: original.extensions };
    }
    // What a scalar says of a literal comes wrapped as a fault of the document, and is one of the value.
    const code = badInput(original) ?? formatted.extensions?.['code'];
    // A resolver's own Error gets INTERNAL_SERVER_ERROR from Apollo Server, so a client fault here is Apollo's or graphql's own.
    if (isErrorCode(code) && clientFaults.has(code) && !isForeign(original)) {
      return { ...formatted, extensions: { code } };
    }
    logger.error({ err: original ?? error, path: formatted.path }, 'unexpected error');
    return masked('INTERNAL_SERVER_ERROR', formatted);
  };
}

/** The same place in the answer, and nothing else of the error but the catalogue's words. */
export function masked(
  code: ErrorCode,
  { path }: Pick<GraphQLFormattedError, 'path'>,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLFormattedError {
  return { message: errorCatalogue[code].message, ...(path ? { path } : {}), extensions: { code, ...extensions } };
}

/** The error that was thrown, under the wrapper that graphql puts around it to add a path. */
function unwrap(error: unknown): unknown {
  if (error instanceof CataloguedError) return error;
  return error instanceof GraphQLError && error.originalError ? unwrap(error.originalError) : error;
}

function badInput(error: unknown): 'BAD_USER_INPUT' | undefined {
  return error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT' ? 'BAD_USER_INPUT' : undefined;
}

function isForeign(error: unknown): boolean {
  return error instanceof Error && !(error instanceof GraphQLError);
}
