import { Writable } from 'node:stream';
import type { GraphQLFormattedError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CataloguedError } from './catalogued-error.ts';
import { createLogger } from './logger.ts';
import { createSubgraphLive } from './subgraph-live.ts';
import { createSubgraphSchema } from './subgraph-server.ts';

interface Context {
  readonly viewer: string | null;
  readonly signal: AbortSignal;
  readonly made: number;
}

type Told = { json: unknown } | { errors: readonly GraphQLFormattedError[]; status: number } | 'complete';

/** A subgraph that counts; its contexts are numbered, so that it shows which one an answer was made with. */
function start() {
  let made = 0;
  const ended: string[] = [];
  const logged: string[] = [];
  const resolvers = {
    Query: { hello: () => 'there' },
    Mutation: { fail: () => Promise.reject(new Error('secret of the database')) },
    Step: { made: (_step: unknown, _args: unknown, context: Context) => context.made },
    Subscription: {
      count: {
        async *subscribe(_root: unknown, { to }: { to: number }, { signal }: Context) {
          try {
            for (let at = 1; at <= to && !signal.aborted; at++) yield { count: { at } };
            if (to === 0) await new Promise((resolve) => signal.addEventListener('abort', resolve));
          } finally {
            ended.push(`counting to ${to}`);
          }
        },
      },
      refused: {
        subscribe: () => Promise.reject(new CataloguedError('CURSOR_TOO_OLD')),
      },
      broken: {
        subscribe: () => Promise.reject(new Error('secret of the database')),
      },
    },
  };
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  const live = createSubgraphLive({
    schema: createSubgraphSchema(
      [
        `type Query { hello: String } type Mutation { fail: String } type Step { at: Int! made: Int! }
         type Subscription { count(to: Int!): Step! refused: Int broken: Int }`,
      ],
      resolvers,
    ),
    logger: createLogger('small', 'info', destination),
    contextOf: ({ viewer }, signal) => ({ viewer, signal, made: ++made }),
  });
  const ask = (query: string, variables = {}, request = {}) => {
    const told: Told[] = [];
    const caller = { requestId: 'abcdef-123456', viewer: null, nameOperation: (name: string) => void names.push(name) };
    const names: string[] = [];
    const subscription = live.subscribe({ query, variables, ...request }, caller, {
      next: ({ json }) => told.push({ json: JSON.parse(json) }),
      complete: () => told.push('complete'),
      refuse: (errors, status) => told.push({ errors, status }),
    });
    return { told, names, stop: subscription.stop };
  };
  return { ask, ended, logged };
}

const refusalOf = (told: readonly Told[]) =>
  told.map((one) => (typeof one === 'object' && 'errors' in one ? one : null));

describe('a subgraph’s operations over streams', () => {
  it('tell each event with a context of its own, and then that it is over', async () => {
    const { told, names } = start().ask('subscription Counting($to: Int!) { count(to: $to) { at made } }', { to: 2 });
    await expect.poll(() => told.at(-1)).toBe('complete');
    const made = told.slice(0, 2).map((one) => (one as { json: { data: { count: Context } } }).json.data.count.made);
    expect(new Set([...made, 1]).size).toBe(3);
    expect(names).toEqual(['Counting']);
  });

  it('answer a query and a mutation once, errors masked', async () => {
    const { ask, logged } = start();
    const [query, mutation] = [ask('{ hello }'), ask('mutation { fail }')];
    await expect
      .poll(() => [query.told, mutation.told])
      .toEqual([
        [{ json: { data: { hello: 'there' } } }, 'complete'],
        [
          {
            json: {
              data: { fail: null },
              errors: [expect.objectContaining({ path: ['fail'], message: 'Something went wrong on our side.' })],
            },
          },
          'complete',
        ],
      ]);
    expect(JSON.stringify(mutation.told)).not.toContain('secret');
    expect(logged.join()).toContain('secret of the database');
  });

  it('stop without another word when nobody listens any more, and so does what they read from', async () => {
    const { ask, ended } = start();
    const { told, stop } = ask('subscription { count(to: 0) { at } }');
    await new Promise((resolve) => setImmediate(resolve));
    stop();
    stop();
    await expect.poll(() => ended).toEqual(['counting to 0']);
    expect(told).toEqual([]);
  });

  it.each([
    ['subscription { count(to: ', {}, 'GRAPHQL_PARSE_FAILED', 400],
    ['subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
    ['subscription { count(to: 1) { at } }', { operationName: 'Other' }, 'OPERATION_RESOLUTION_FAILURE', 400],
    [null, {}, 'BAD_REQUEST', 400],
    ['mutation { fail }', { isSafe: true }, 'BAD_REQUEST', 405],
    ['subscription ($to: Int!) { count(to: $to) { at } }', { variables: { to: 'many' } }, 'BAD_USER_INPUT', 200],
    [
      'query ($text: String) { hello @include(if: true) }',
      { variables: { text: '\0' } },
      'GRAPHQL_VALIDATION_FAILED',
      400,
    ],
    ['subscription ($to: Int!) { count(to: $to) { at } }', { variables: { to: 1, more: '\0' } }, 'BAD_USER_INPUT', 200],
    ['subscription { refused }', {}, 'CURSOR_TOO_OLD', 200],
    ['subscription { broken }', {}, 'INTERNAL_SERVER_ERROR', 200],
  ])('refuse %j with %j by %s', async (query, request, code, status) => {
    const { told } = start().ask(query as string, {}, { query, ...request });
    await expect
      .poll(() => refusalOf(told))
      .toEqual([{ status, errors: [expect.objectContaining({ extensions: { code } })] }]);
    expect(JSON.stringify(told)).not.toContain('secret');
  });
});
