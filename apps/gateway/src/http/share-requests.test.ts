import { createLogger } from '@dateline/service-kit/logger';
import type { Viewer } from '@dateline/service-kit/viewer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatewayContext } from '../context.ts';
import { Lifetime } from '../lifetime.ts';
import type { GraphqlAnswer, IncomingOperation } from './graphql-executor.ts';
import { incomingOperation } from './graphql-request.ts';
import { shareRequests } from './share-requests.ts';

const logger = createLogger('gateway', 'silent');
const noa: Viewer = { id: '1', displayName: 'Noa', roles: ['READER'] };
const timeoutMs = 10_000;
const accepted = { mediaType: 'application/json', acceptEncoding: undefined, ifNoneMatch: undefined } as const;

interface Begun {
  readonly operation: IncomingOperation;
  readonly context: GatewayContext;
  answer(body: string): void;
  fail(): void;
}

/** An executor that answers when the test says so. */
function desk(options = { timeoutMs }) {
  const begun: Begun[] = [];
  const shared = shareRequests(
    {
      execute(operation, context) {
        const { promise, resolve, reject } = Promise.withResolvers<GraphqlAnswer>();
        begun.push({
          operation,
          context,
          answer: (body) => resolve({ status: 200, body }),
          fail: () => reject(new Error('for a test')),
        });
        return promise;
      },
    },
    options,
  );
  return { begun, shared };
}

interface Given {
  readonly text?: string;
  readonly method?: 'GET' | 'POST';
  readonly viewer?: Viewer | null;
  readonly lifetime?: Lifetime;
}

function request({
  text = '{"query":"{ a }"}',
  method = 'POST',
  viewer = null,
  lifetime = new Lifetime(),
}: Given = {}) {
  const names: string[] = [];
  const context: GatewayContext = {
    requestId: 'r',
    viewer,
    client: { address: '127.0.0.1', key: null },
    lifetime,
    logger,
    nameOperation: (name) => void names.push(name),
  };
  return { operation: incomingOperation(method, text, { maxDepth: 64, accepted }), context, names };
}

describe('identical queries that are under way at the same time', () => {
  it('are worked on once; each has the answer and the name of its operation', async () => {
    const { begun, shared } = desk();
    const asked = [request(), request(), request()];
    const answers = asked.map(({ operation, context }) => shared.execute(operation, context));
    expect(begun).toHaveLength(1);
    begun[0]?.context.nameOperation('Page');
    begun[0]?.answer('x');
    for (const { body } of await Promise.all(answers)) expect(body).toBe('x');
    expect(asked.map(({ names }) => names)).toEqual([['Page'], ['Page'], ['Page']]);
  });

  it.each<[string, Given, Given]>([
    ['another text', {}, { text: '{"query":"{ b }"}' }],
    ['another method', { text: 'query={a}', method: 'GET' }, { text: 'query={a}' }],
    ['another viewer', {}, { viewer: noa }],
    ['other roles', { viewer: noa }, { viewer: { ...noa, roles: ['EDITOR'] } }],
  ])('are not those with %s', (_name, one, other) => {
    const { begun, shared } = desk();
    for (const given of [one, other]) {
      const { operation, context } = request(given);
      shared.execute(operation, context);
    }
    expect(begun).toHaveLength(2);
  });

  it.each([
    '{"query":"mutation { a }"}',
    '{"query":"\\u006dutation { a }"}',
    '{"qu\\u0065ry":"mut\\u0061tion { a }"}',
    '{"query":"{ a }","query":"mutation { a }"}',
    `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(64)}"}}}`,
    '{"documentId":"sha256:aa"}',
    '{"\\u0064ocumentId":"sha256:aa"}',
  ])('are not those that may be mutations: %s', (text) => {
    const { begun, shared } = desk();
    for (let time = 0; time < 2; time++) {
      const { operation, context } = request({ text });
      shared.execute(operation, context);
    }
    expect(begun).toHaveLength(2);
  });

  it('fail together, and are begun anew', async () => {
    const { begun, shared } = desk();
    const ask = () => {
      const { operation, context } = request();
      return shared.execute(operation, context);
    };
    const answers = [ask(), ask()];
    begun[0]?.fail();
    for (const { status } of await Promise.allSettled(answers)) expect(status).toBe('rejected');
    const next = ask();
    begun[1]?.answer('again');
    expect((await next).body).toBe('again');
  });
});

it('a client that goes away does not harm the others; when all have gone the work is cut', async () => {
  const { begun, shared } = desk();
  const lifetimes = [new Lifetime(), new Lifetime(), new Lifetime()];
  const answers = lifetimes.map((lifetime) => {
    const { operation, context } = request({ lifetime });
    return shared.execute(operation, context);
  });
  lifetimes[0]?.cut('CLIENT_GONE');
  await expect(answers[0]).rejects.toMatchObject({ statusCode: 499 });
  // Its own time is up, but the work has a deadline of its own, and brings what it has by then.
  lifetimes[1]?.cut('TOO_LATE');
  expect(begun[0]?.context.lifetime.cutBy).toBeNull();
  begun[0]?.answer('whole');
  expect([(await answers[1])?.body, (await answers[2])?.body]).toEqual(['whole', 'whole']);

  const alone = new Lifetime();
  const { operation, context } = request({ lifetime: alone });
  const leaving = shared.execute(operation, context);
  alone.cut('CLIENT_GONE');
  await expect(leaving).rejects.toMatchObject({ statusCode: 499 });
  expect(begun[1]?.context.lifetime.cutBy).toBe('CLIENT_GONE');
});

it('the work is cut when its time is up', async () => {
  const { begun, shared } = desk({ timeoutMs: 20 });
  const { operation, context } = request();
  const answer = shared.execute(operation, context);
  await expect.poll(() => begun[0]?.context.lifetime.cutBy).toBe('TOO_LATE');
  begun[0]?.answer('partial');
  expect((await answer).body).toBe('partial');
});

it('who asks after a mutation reads what it has written', async () => {
  const { begun, shared } = desk();
  const ask = (given: Given = {}) => {
    const { operation, context } = request(given);
    return shared.execute(operation, context);
  };
  const before = ask();
  const written = ask({ text: '{"query":"mutation { a }"}' });
  begun[1]?.answer('done');
  await written;
  const after = ask();
  begun[0]?.answer('old');
  begun[2]?.answer('new');
  expect([(await before).body, (await after).body]).toEqual(['old', 'new']);
});

it("never gives a viewer another's answer", async () => {
  const viewers = [null, noa, { ...noa, id: '2' }, { ...noa, roles: ['EDITOR' as const] }];
  const texts = ['{"query":"{ a }"}', '{"query":"{ b }"}', '{"query":"mutation { a }"}', 'query={a}'];
  const step = fc.record({ viewer: fc.nat(3), text: fc.nat(3), get: fc.boolean(), answerFirst: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { begun, shared } = desk();
      const words = (text: string, { viewer }: GatewayContext, method: string) =>
        JSON.stringify([viewer, text, method]);
      let answered = 0;
      const answerNext = () => {
        const one = begun[answered++];
        one?.answer(words(one.operation.text, one.context, one.operation.method));
      };
      const checks = steps.map(({ viewer, text, get, answerFirst }) => {
        for (let at = 0; at < answerFirst && answered < begun.length; at++) answerNext();
        const { operation, context } = request({
          viewer: viewers[viewer] ?? null,
          text: texts[text] ?? '',
          method: get ? 'GET' : 'POST',
        });
        const expected = words(operation.text, context, operation.method);
        return shared.execute(operation, context).then(({ body }) => expect(body).toBe(expected));
      });
      while (answered < begun.length) answerNext();
      await Promise.all(checks);
    }),
    { numRuns: 500 },
  );
});
