import { masked } from '@dateline/service-kit/format-error';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

/** What a client is told of a call that came to nothing: one masked error that names the subgraph. The log hears why. */
export function callFailure(cause: unknown, subgraph: string, { logger }: GatewayContext): GraphQLFormattedError {
  const failure =
    cause instanceof SubgraphFailure
      ? cause
      : new SubgraphFailure('SUBGRAPH_ERROR', reasonOf(cause), isAnswers(cause) ? {} : { cause });
  // When calls are held back, that it has begun is told once; each of them would be a flood.
  logger[failure.trouble === 'HELD_BACK' ? 'debug' : 'warn'](
    { subgraph, code: failure.code, reason: failure.message, ...(failure.cause ? { err: failure.cause } : {}) },
    'a fetch failed',
  );
  return masked(failure.code, {}, { subgraph });
}

function reasonOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return 'the answer is not JSON';
  return isAnswers(cause) && cause instanceof Error ? cause.message : 'a fault of ours';
}

/** Its message says all that may be said: a subgraph's own words may hold what no log should. */
function isAnswers(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'AnswerFault' || cause instanceof SyntaxError);
}

export const mismatch = (subgraph: string | undefined): GraphQLFormattedError =>
  masked('SUBGRAPH_ERROR', {}, subgraph === undefined ? {} : { subgraph });
