import { type DocumentNode, getOperationAST, OperationTypeNode, parse } from 'graphql';
import { Refusal } from '../errors/refusal.ts';
import type { GraphqlExecutor, PlainAnswer } from '../http/graphql-executor.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { conditionalRootError } from '../operations/subscription-root.ts';
import { needsStream } from './needs-a-stream.ts';

/**
 * Says no to subscriptions where there is room for one answer, before Apollo Server: it would execute a subscription like a
 * query. Documents that do not speak of any are not looked at.
 */
export function refuseSubscriptions(
  next: GraphqlExecutor,
  { MAX_TOKENS: maxTokens }: Pick<LimitSettings, 'MAX_TOKENS'>,
): GraphqlExecutor {
  return {
    async execute(operation, context) {
      const { query, operationName } = operation.read();
      if (!query?.includes('subscription')) return next.execute(operation, context);
      const document = parsed(query, maxTokens);
      const refusal = document && refusalOf(document, operationName);
      return refusal ? refused(refusal) : next.execute(operation, context);
    },
  };
}

function refusalOf(document: DocumentNode, operationName: string | null | undefined): Refusal | null {
  const conditional = conditionalRootError(document);
  if (conditional) return new Refusal('GRAPHQL_VALIDATION_FAILED', { message: conditional.message });
  const asked = getOperationAST(document, operationName || undefined);
  return asked?.operation === OperationTypeNode.SUBSCRIPTION ? needsStream() : null;
}

/** Null: whoever is next says what is wrong with it. */
function parsed(query: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(query, { maxTokens, noLocation: true });
  } catch {
    return null;
  }
}

function refused({ message, code, status }: Refusal): PlainAnswer {
  return { status, body: JSON.stringify({ errors: [{ message, extensions: { code } }] }) };
}
