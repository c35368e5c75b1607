import { type ErrorCode, errorCatalogue } from '@dateline/service-kit/error-catalogue';
import { createErrorFormatter } from '@dateline/service-kit/format-error';
import type { Logger } from '@dateline/service-kit/logger';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { SubgraphError } from '../engine-gateway.ts';
import { Refusal } from './refusal.ts';

/** Messages repeat what the client wrote, and it may have written a lot. */
const maxMessageLength = 300;

/** Refusals of graphql's parser and of Apollo Server that have a code of their own in our catalogue. */
const renamed: readonly { readonly code: ErrorCode; readonly is: (error: GraphQLFormattedError) => boolean }[] = [
  {
    code: 'TOO_MANY_TOKENS',
    is: ({ message }) => /^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message),
  },
  {
    code: 'MAX_RECURSIVE_SELECTIONS',
    is: ({ extensions }) => extensions?.['validationErrorCode'] === 'MAX_RECURSIVE_SELECTIONS_EXCEEDED',
  },
];

/** The gateway's one exit for errors. A subgraph's have been made public where they came in; see public-errors.ts. */
export function createGatewayErrorFormatter(
  logger: Logger,
  { hideSuggestions }: { readonly hideSuggestions: boolean },
) {
  const formatOwn = createErrorFormatter(logger);

  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (error instanceof Refusal) {
      return shortened({ message: error.message, extensions: { code: error.code, ...error.more } });
    }
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (original instanceof SubgraphError) return original.formatted;
    const known = renamed.find(({ is }) => is(formatted));
    if (known) return { message: errorCatalogue[known.code].message, extensions: { code: known.code } };
    return shortened(formatOwn(formatted, error));
  };

  function shortened(error: GraphQLFormattedError): GraphQLFormattedError {
    const message = hideSuggestions ? error.message.replace(/ ?Did you mean .*\?$/s, '') : error.message;
    return message.length > maxMessageLength
      ? { ...error, message: `${message.slice(0, maxMessageLength)}…` }
      : { ...error, message };
  }
}
