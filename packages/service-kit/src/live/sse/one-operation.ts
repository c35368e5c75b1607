import type { OutgoingHttpHeaders } from 'node:http';
import type { LiveConnections } from '../live-connections.ts';
import { atInstant } from '../live-expiry.ts';
import type { LiveOperations, LiveRequest, LiveSubscription } from '../live-operations.ts';
import { EventStream, type EventStreamOptions } from './event-stream.ts';
import { completeEvent, nextChunk, nextEvent } from './event-text.ts';
import type { HttpExchange } from './http-exchange.ts';

export interface OneOperation<Context> {
  readonly asked: LiveRequest;
  readonly context: Context;
  readonly expiresAtMs?: number | undefined;
}

/**
 * Distinct connections mode: a request, and the answers of its operation as the events of its own stream. What is refused
 * comes as an event too, so that an EventSource can tell of it.
 *
 * @throws HttpRefusal before the stream has begun.
 */
export function streamOneOperation<Context>(
  { asked, context, expiresAtMs }: OneOperation<Context>,
  { request, response, takeOver }: HttpExchange,
  options: {
    readonly operations: LiveOperations<Context>;
    readonly connections: LiveConnections;
    readonly stream: Omit<EventStreamOptions, 'onGone' | 'connections'>;
    readonly headers: OutgoingHttpHeaders;
  },
): void {
  const { operations, connections, headers } = options;
  let subscription: LiveSubscription | undefined;
  const stream = new EventStream(request, response, { ...options.stream, connections, onGone });
  connections.enter(stream);
  takeOver();
  stream.open(headers);
  const callOff = atInstant(expiresAtMs, () => stream.goAway());
  subscription = operations.subscribe(asked, context, {
    next: (answer) => stream.send(nextChunk(answer)),
    complete,
    refuse(errors) {
      stream.send(nextEvent(JSON.stringify({ errors })));
      complete();
    },
  });
  // It may have ended before it was known here.
  if (!stream.isOpen) subscription.stop();

  function complete(): void {
    stream.send(completeEvent);
    stream.end();
  }

  function onGone(): void {
    connections.leave(stream);
    callOff();
    subscription?.stop();
  }
}
