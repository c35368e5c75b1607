import type { LiveOperations } from '@dateline/service-kit/live/live-operations';
import { buildSchema, execute, GraphQLError, getOperationAST, parse, subscribe, validate } from 'graphql';

const schema = buildSchema(`
  type Query { hello(name: String): String }
  type Mutation { say(text: String!): String }
  type Subscription { heard(topic: String!): String!  count(to: Int!): Int! }
`);

export interface TopicsContext {
  readonly who: string;
}

/** Live operations over graphql-js: whoever listens to a topic hears what is said in it. */
export function createTopics() {
  const listeners = new Map<string, Set<(text: string) => void>>();
  const state = { open: 0, contexts: [] as TopicsContext[] };

  async function* heard(topic: string, signal: AbortSignal): AsyncGenerator<{ heard: string }> {
    const queue: string[] = [];
    let wake = () => {};
    const listen = (text: string) => {
      queue.push(text);
      wake();
    };
    const all = listeners.get(topic) ?? new Set();
    listeners.set(topic, all.add(listen));
    signal.addEventListener('abort', () => wake());
    try {
      while (!signal.aborted) {
        const text = queue.shift();
        if (text !== undefined) yield { heard: text };
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      all.delete(listen);
    }
  }

  async function* count(to: number): AsyncGenerator<{ count: number }> {
    for (let at = 1; at <= to; at++) yield { count: at };
  }

  const operations: LiveOperations<TopicsContext> = {
    subscribe({ query, operationName, variables, isSafe }, contextValue, receiver) {
      const ended = new AbortController();
      state.contexts.push(contextValue);
      state.open++;
      ended.signal.addEventListener('abort', () => state.open--);
      const stop = () => ended.abort();
      const refuse = (errors: readonly GraphQLError[], status: number) => {
        stop();
        receiver.refuse(
          errors.map((error) => error.toJSON()),
          status,
        );
        return { stop };
      };
      let document: ReturnType<typeof parse>;
      try {
        document = parse(query ?? '');
      } catch (error) {
        return refuse([error as GraphQLError], 400);
      }
      const faults = validate(schema, document);
      if (faults.length > 0) return refuse(faults, 400);
      const operation = getOperationAST(document, operationName)?.operation;
      if (operation === 'mutation' && isSafe) return refuse([new GraphQLError('Ask by POST.')], 405);
      const rootValue = {
        hello: ({ name }: { name?: string }) => `hello ${name ?? contextValue.who}`,
        say: ({ text }: { text: string }) => text,
        heard: ({ topic }: { topic: string }) => heard(topic, ended.signal),
        count: ({ to }: { to: number }) => count(to),
      };
      const args = { schema, document, rootValue, contextValue, operationName, variableValues: variables };
      const run = async () => {
        const source = operation === 'subscription' ? await subscribe(args) : await execute(args);
        if (!(Symbol.asyncIterator in source)) return receiver.next({ json: JSON.stringify(source) });
        for await (const result of source) {
          if (ended.signal.aborted) return;
          receiver.next({ json: JSON.stringify(result) });
        }
      };
      void run().then(() => {
        if (ended.signal.aborted) return;
        stop();
        receiver.complete();
      });
      return { stop };
    },
  };

  return {
    operations,
    state,
    listening: (topic: string) => listeners.get(topic)?.size ?? 0,
    say(topic: string, text: string) {
      for (const listen of listeners.get(topic) ?? []) listen(text);
    },
  };
}
