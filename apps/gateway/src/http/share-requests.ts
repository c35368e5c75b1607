import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { GatewayContext } from '../context.ts';
import { Lifetime } from '../lifetime.ts';
import { SharedFlights } from '../subgraphs/shared-flights.ts';
import { viewerKey } from '../subgraphs/viewer-key.ts';
import type { GraphqlAnswer, GraphqlExecutor, IncomingOperation } from './graphql-executor.ts';

export interface ShareRequestsOptions {
  /** What one shared request may take, from its beginning, whoever joins it. */
  readonly timeoutMs: number;
  /** Told of each who is answered by what another one began. */
  readonly onShared?: () => void;
}

interface Shared {
  readonly answer: GraphqlAnswer;
  readonly operationName: string | undefined;
}

/** Nobody is there to read it; nginx has the number. */
const clientGoneStatus = 499;

/**
 * An executor whose identical queries are worked on once while one of them is under way: letter by letter the same
 * request, of the same viewer. Once anything else was answered, a mutation perhaps, nobody is given what was begun before
 * it: a viewer reads what they have just written. What is behind it may not go by what a client accepts: answers that are
 * ready for one client are made before it.
 */
export function shareRequests(
  next: GraphqlExecutor,
  { timeoutMs, onShared }: ShareRequestsOptions,
): GraphqlExecutor & { closeFlights(): void } {
  const flights = new SharedFlights<Shared>(() => new HttpRefusal(clientGoneStatus, 'NOT_READY'));

  async function work(operation: IncomingOperation, leader: GatewayContext, lifetime: Lifetime): Promise<Shared> {
    const deadline = setTimeout(() => lifetime.cut('TOO_LATE'), timeoutMs);
    let operationName: string | undefined;
    const { requestId, viewer, client, logger, observer } = leader;
    const nameOperation = (name: string) => {
      operationName = name;
    };
    try {
      const context = { requestId, viewer, client, logger, lifetime, nameOperation, observer };
      const answer = await next.execute(operation, context);
      return { answer, operationName };
    } finally {
      clearTimeout(deadline);
    }
  }

  return {
    closeFlights: () => flights.closeAll(),
    async execute(operation, context) {
      if (context.observer?.explains || !isSurelyQuery(operation)) {
        try {
          return await next.execute(operation, context);
        } finally {
          flights.closeAll();
        }
      }
      const key = `${operation.method}\n${viewerKey(context.viewer)}\n${operation.text}`;
      let isFirst = false;
      const flight = flights.join(key, untilClientIsGone(context), (lifetime) => {
        isFirst = true;
        return work(operation, context, lifetime);
      });
      if (!isFirst) {
        onShared?.();
        context.observer?.kept({ outcome: 'SHARED', entry: null, ageSeconds: 0, notKept: null });
      }
      const shared = await flight;
      if (shared.operationName !== undefined) context.nameOperation(shared.operationName);
      return shared.answer;
    },
  };
}

/**
 * By the text alone. A GET never does a mutation. A POST cannot when its text has no such word, no escape that could hide
 * it, and no name or hash in place of a document.
 */
function isSurelyQuery({ method, text }: IncomingOperation): boolean {
  return method === 'GET' || !couldHideMutation.some((part) => text.includes(part));
}

const couldHideMutation = ['mutation', '\\u', 'persistedQuery', 'documentId'] as const;

/** The work has a deadline of its own, and what it has by then is an answer: so only who is gone leaves. */
function untilClientIsGone({ lifetime }: GatewayContext): Lifetime {
  const own = new Lifetime();
  lifetime.onCut((reason) => {
    if (reason === 'CLIENT_GONE') own.cut(reason);
  });
  return own;
}
