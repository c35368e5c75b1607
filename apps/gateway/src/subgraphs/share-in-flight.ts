import type { SubgraphCall, SubgraphReply, SubgraphTransport } from '../engine/engine-types.ts';
import type { Lifetime } from '../lifetime.ts';
import type { CallContext } from './call-context.ts';
import { SharedFlights } from './shared-flights.ts';
import { cutFailure } from './subgraph-failure.ts';
import { viewerKey } from './viewer-key.ts';

/**
 * A transport whose identical queries are sent once while one of them is under way: same subgraph, same body, same viewer.
 * Never across viewers: a subgraph may answer each of them otherwise. Once a mutation was answered nobody is given what
 * was asked before it, so a viewer reads what they have just written; and `closeFlights` does the same when it is known
 * that something has changed.
 */
export function shareInFlight<Context extends CallContext>(
  transport: SubgraphTransport<Context>,
  onShared: (subgraph: string) => void = () => undefined,
): SubgraphTransport<Context> & { closeFlights(): void } {
  const flights = new SharedFlights<SubgraphReply>(cutFailure);

  return {
    closeFlights: () => flights.closeAll(),
    async send(call) {
      if (call.isFresh) return transport.send(call);
      if (call.kind === 'query') {
        let isFirst = false;
        const sendFor = (lifetime: Lifetime) => {
          isFirst = true;
          return transport.send({ ...call, context: { ...call.context, lifetime } });
        };
        const flight = flights.join(keyOf(call), call.context.lifetime, sendFor);
        if (!isFirst) {
          onShared(call.subgraph);
          call.watch?.shared();
        }
        return flight;
      }
      try {
        return await transport.send(call);
      } finally {
        flights.closeAll();
      }
    },
  };
}

/** Neither a name nor a viewer's key holds a line feed: so no two different calls have one key. */
function keyOf({ subgraph, body, context: { viewer } }: SubgraphCall<CallContext>): string {
  return `${subgraph}\n${viewerKey(viewer)}\n${body}`;
}
