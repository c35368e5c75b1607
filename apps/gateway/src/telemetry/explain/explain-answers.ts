import type { Viewer } from '@dateline/service-kit/viewer';
import { z } from 'zod';
import type { GatewayContext } from '../../context.ts';
import type {
  DoorExecutor,
  GraphqlAnswer,
  GraphqlRequest,
  IncomingOperation,
  StreamedAnswer,
} from '../../http/graphql-executor.ts';
import { operationCost } from '../../limits/cost.ts';
import type { ServedGraph } from '../../operations/served-graph.ts';
import { followBoth } from '../follow-both.ts';
import type { ExplainedOperation, Explanation } from './explanation.ts';
import { recordRequest } from './record-request.ts';

export interface ExplainOptions {
  /** Whoever may not is answered as if they had not asked for it. */
  readonly isAllowed: (viewer: Viewer | null) => boolean;
  readonly graph: () => ServedGraph;
  readonly maxCost: number;
}

/** `anew`: fetched anew, whatever is kept. */
const wishSchema = z.object({ dateline: z.object({ explain: z.literal([true, 'anew']) }) });

/**
 * Answers that say how they came about, to whom that may be said: with `extensions.dateline`, for a request with
 * `extensions: {dateline: {explain: true}}`. The explanation is put behind an answer that was made, and kept, without it;
 * so it stands before whatever gives answers to others, and what it gives is not ready for anybody else.
 */
export function explainAnswers(next: DoorExecutor, { isAllowed, graph, maxCost }: ExplainOptions): DoorExecutor {
  return {
    execute(operation, context) {
      // The word first: it is in no other request, and costs less than to read one. Nobody else is to wait a turn for this.
      const mayAsk = operation.text.includes('explain') && isAllowed(context.viewer);
      return mayAsk ? attempt(operation, context) : next.execute(operation, context);
    },
  };

  async function attempt(
    operation: IncomingOperation,
    context: GatewayContext,
  ): Promise<GraphqlAnswer | StreamedAnswer> {
    const wish = wishOf(operation.read());
    if (wish === null) return next.execute(operation, context);
    const recorder = recordRequest({ readsPastCaches: wish === 'anew' });
    const answer = await next.execute(operation, { ...context, observer: followBoth(context.observer, recorder) });
    // Answers to be explained are made ready for nobody: see makeReady.
    if ('isReady' in answer) return answer;
    const explain = (): Explanation => ({
      requestId: context.requestId,
      operation: explainOperation(operation.read()),
      ...recorder.recorded(),
    });
    const headers = { ...answer.headers, 'cache-control': 'private, no-store' };
    if ('isStreamed' in answer) return { ...answer, headers, parts: explainLast(answer.parts, explain) };
    return { status: answer.status, headers, body: explained(answer.body.toString(), explain()) };
  }

  function explainOperation({ query, operationName, variables }: GraphqlRequest): ExplainedOperation | null {
    const { operations, engine } = graph();
    const known = operations.find({ query, operationName });
    if (!known) return null;
    const { definition, fragments } = known.prepared.operation;
    try {
      const cost = operationCost({ schema: engine.supergraph.api, definition, fragments, variables: variables ?? {} });
      return { name: definition.name?.value ?? null, kind: definition.operation, cost, maxCost };
    } catch {
      // Variables for which there is no cost: the answer is a refusal, and says why.
      return null;
    }
  }
}

function wishOf({ extensions }: GraphqlRequest): true | 'anew' | null {
  const wish = wishSchema.safeParse(extensions);
  return wish.success ? wish.data.dateline.explain : null;
}

/** Both ways of writing an answer end with the bracket of its object, and neither has extensions of its own. */
function explained(json: string, dateline: Explanation): string {
  return `${json.slice(0, -1)},"extensions":${JSON.stringify({ dateline })}}`;
}

/** Of an answer in parts the last one tells, for then all is known. */
async function* explainLast(parts: StreamedAnswer['parts'], explain: () => Explanation): StreamedAnswer['parts'] {
  for await (const part of parts) {
    yield part.isLast ? { ...part, json: explained(part.json, explain()) } : part;
  }
}
