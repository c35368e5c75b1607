import type { GraphQLFormattedError } from 'graphql';
import type { LiveAnswer, LiveReceiver, LiveSubscription } from '../live-operations.ts';

const payloads = new WeakMap<LiveAnswer, Buffer>();
const end = Buffer.from('}');

/** A `next` message. The answer's bytes are made once for all who receive it; around them is the client's name for its operation. */
export function nextMessage(id: string, answer: LiveAnswer): Buffer {
  let payload = payloads.get(answer);
  if (!payload) {
    payload = Buffer.from(answer.json);
    payloads.set(answer, payload);
  }
  return Buffer.concat([Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`), payload, end]);
}

/** An operation came to nothing; graphql-ws is to say so with these errors. */
export class RefusedOperation extends Error {
  override readonly name = 'RefusedOperation';
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('RefusedOperation');
    this.errors = errors;
  }
}

/**
 * Begins one operation of a socket. To graphql-ws, which keeps the protocol, it is a sequence of results that ends some time
 * and holds none: the answers go past it to the socket, as bytes, for it would write each of them out for each receiver.
 */
export function socketAnswers(
  send: (answer: LiveAnswer) => void,
  subscribe: (receiver: LiveReceiver) => LiveSubscription,
): AsyncGenerator<never, undefined, undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<IteratorResult<never, undefined>>();
  // Nobody may ask how it ended: its socket can be gone.
  promise.catch(() => undefined);
  let isStopped = false;
  const subscription = subscribe({
    next(answer) {
      if (!isStopped) send(answer);
    },
    complete: () => resolve({ done: true, value: undefined }),
    refuse: (errors) => reject(new RefusedOperation(errors)),
  });
  const stop = async () => {
    isStopped = true;
    resolve({ done: true, value: undefined });
    subscription.stop();
    return { done: true, value: undefined } as const;
  };
  return {
    next: () => promise,
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}
