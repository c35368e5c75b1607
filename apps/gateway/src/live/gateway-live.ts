import { countedAddress } from '@dateline/service-kit/counted-address';
import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type {
  LiveOperations,
  LiveReceiver,
  LiveRequest,
  LiveSubscription,
} from '@dateline/service-kit/live/live-operations';
import type { Admit } from '../admission/admit-requests.ts';
import type { GatewayContext } from '../context.ts';
import { Refusal } from '../errors/refusal.ts';
import type { DoorExecutor, IncomingOperation } from '../http/graphql-executor.ts';
import { admitOperation } from '../operations/admit-operation.ts';
import type { ServedGraph } from '../operations/served-graph.ts';
import { requestKey } from '../response-cache/cache-key.ts';
import type { GatewaySettings } from '../settings.ts';
import { viewerKey } from '../subgraphs/viewer-key.ts';
import type { LiveEvents } from '../telemetry/events.ts';
import { answerOnce } from './answer-once.ts';
import { type CountedReceiver, countedReceiver } from './counted-receiver.ts';
import { readLiveRequest } from './live-request.ts';
import type { Refused } from './refused.ts';
import { SubscriptionCounts } from './subscription-counts.ts';
import type { SubscriptionHub } from './subscription-hub.ts';

/** A graph, and the subscriptions over it. */
export interface LiveGraph {
  readonly graph: ServedGraph;
  readonly hub: SubscriptionHub;
}

export interface GatewayLiveOptions {
  /** What is served now. */
  readonly current: () => LiveGraph;
  readonly admit: Admit;
  /** For what has one answer, behind the door. */
  readonly executor: DoorExecutor;
  readonly settings: GatewaySettings;
  readonly refusedOf: (error: unknown) => Refused;
  readonly events: Pick<LiveEvents, 'subscribed' | 'unsubscribed'>;
  /** Throws when there is too much to do. What it gives back says that it is done. */
  readonly takeOn: () => () => void;
}

export interface GatewayLive extends LiveOperations<GatewayContext> {
  /** Those that clients have open. */
  readonly subscriptionCount: number;
  /** Completes all subscriptions, and takes none any more. */
  end(): void;
}

/** Operations over streams: subscriptions are executed for each event, queries and mutations once as anywhere else. */
export function createGatewayLive(options: GatewayLiveOptions): GatewayLive {
  const { current, admit, executor, settings, refusedOf, events, takeOn } = options;
  const { limits, introspection, requestTimeoutMs: timeoutMs } = settings;
  const counts = new SubscriptionCounts(settings.live, events);
  let isEnding = false;

  return {
    subscribe(request, context, receiver) {
      let begun: LiveSubscription | null = null;
      let isStopped = false;
      begin(request, context, receiver, () => isStopped).then(
        (subscription) => {
          begun = subscription;
          if (isStopped) begun.stop();
        },
        (error: unknown) => {
          if (isStopped) return;
          const { errors, status } = refusedOf(error);
          receiver.refuse(errors, status);
        },
      );
      return {
        stop() {
          isStopped = true;
          begun?.stop();
        },
      };
    },
    end() {
      isEnding = true;
      current().hub.end();
    },
    get subscriptionCount() {
      return counts.all;
    },
  };

  async function begin(
    request: LiveRequest,
    context: GatewayContext,
    receiver: LiveReceiver,
    isStopped: () => boolean,
  ): Promise<LiveSubscription> {
    // A socket's operations do not come by the door where HTTP's are turned away. To wait for events is no work.
    takeOn()();
    const operation = await admit(readLiveRequest(request, limits.MAX_JSON_DEPTH), context);
    if (isStopped()) return over;
    const { graph, hub } = current();
    const asked = askedDocument(operation);
    const prepared = admitOperation(graph, asked, { limits, introspection });
    operation.wasAnswered();
    if (prepared.definition.operation !== 'subscription') {
      return answerOnce(operation, context, receiver, { executor, timeoutMs, refusedOf });
    }
    if (isEnding) throw new HttpRefusal(503, 'NOT_READY');
    const name = prepared.definition.name?.value;
    if (name !== undefined) context.nameOperation(name);
    const { query, operationName, variables } = asked;
    const sees = [viewerKey(context.viewer), graph.engine.accessVariant(prepared, context)];
    const key = requestKey(JSON.stringify([...sees, query, operationName ?? null]), variables);
    if (key === null) throw new Refusal('BAD_USER_INPUT');
    const counted = countedReceiver(receiver, counts.take(clientOf(context)));
    const joined = hub.join(key, context, counted, () => graph.engine.subscribe(prepared, { variables, context }));
    return countedSubscription(joined, counted);
  }
}

/** A function of its own: what it returns holds on to nothing else of its request, and there are many of it. */
function countedSubscription(joined: LiveSubscription, counted: CountedReceiver): LiveSubscription {
  return {
    stop() {
      joined.stop();
      counted.release();
    },
  };
}

const over: LiveSubscription = { stop() {} };

function askedDocument(operation: IncomingOperation) {
  const { query, operationName, variables } = operation.read();
  // Whoever stands at the door has found the document.
  if (!query) throw new Refusal('BAD_REQUEST');
  return { query, operationName, variables: variables ?? {} };
}

/** Of whom it is counted: of a viewer wherever they are, and of an address where nobody has signed in. */
function clientOf({ viewer, client }: GatewayContext): string {
  return viewer ? `viewer ${viewer.id}` : `address ${countedAddress(client.address)}`;
}
