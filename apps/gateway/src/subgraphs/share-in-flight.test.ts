import type { Viewer } from '@dateline/service-kit/viewer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SubgraphCall, SubgraphReply } from '../engine/engine-types.ts';
import { Lifetime } from '../lifetime.ts';
import type { CallContext } from './call-context.ts';
import { shareInFlight } from './share-in-flight.ts';
import { SubgraphFailure } from './subgraph-failure.ts';

interface Sent {
  readonly call: SubgraphCall<CallContext>;
  answer(text?: string): void;
  fail(): void;
}

/** A transport that answers when the test says so. */
function wire() {
  const sent: Sent[] = [];
  const shared = shareInFlight<CallContext>({
    send(call) {
      const { promise, resolve, reject } = Promise.withResolvers<SubgraphReply>();
      sent.push({
        call,
        answer: (text = 'x') => resolve({ text, cacheControl: undefined }),
        fail: () => reject(new SubgraphFailure('SUBGRAPH_ERROR', 'for a test')),
      });
      return promise;
    },
  });
  return { sent, shared };
}

const noa: Viewer = { id: '1', displayName: 'Noa', roles: ['READER'] };

const call = (more: Partial<Omit<SubgraphCall<CallContext>, 'context'>> & Partial<CallContext> = {}) => {
  const { subgraph = 'a', body = '{}', kind = 'query', viewer = null, lifetime = new Lifetime() } = more;
  return { subgraph, body, kind, context: { requestId: 'r', viewer, lifetime } } as const;
};

describe('identical queries that are under way at the same time', () => {
  it('are sent once, and all get the answer', async () => {
    const { sent, shared } = wire();
    const replies = [call(), call(), call()].map((one) => shared.send(one));
    expect(sent).toHaveLength(1);
    sent[0]?.answer('shared');
    for (const { text } of await Promise.all(replies)) expect(text).toBe('shared');
  });

  it('all fail together, and the next one is sent anew', async () => {
    const { sent, shared } = wire();
    const replies = [call(), call()].map((one) => shared.send(one));
    sent[0]?.fail();
    for (const { status } of await Promise.allSettled(replies)) expect(status).toBe('rejected');
    const next = shared.send(call());
    sent[1]?.answer('again');
    expect((await next).text).toBe('again');
  });

  it('are sent again once they are answered: nothing is kept', async () => {
    const { sent, shared } = wire();
    for (const text of ['one', 'two']) {
      const reply = shared.send(call());
      sent.at(-1)?.answer(text);
      expect((await reply).text).toBe(text);
    }
  });

  it.each<[string, ReturnType<typeof call>]>([
    ['another subgraph', call({ subgraph: 'b' })],
    ['another body', call({ body: '{ }' })],
    ['another viewer', call({ viewer: noa })],
    ['a viewer of other roles', call({ viewer: { ...noa, roles: ['EDITOR'] } })],
    ['a viewer of another name', call({ viewer: { ...noa, displayName: 'Noah' } })],
  ])('are not those with %s', (_name, other) => {
    const { sent, shared } = wire();
    for (const one of [call(), call({ viewer: { ...noa, id: '2' } }), other]) shared.send(one);
    expect(sent).toHaveLength(3);
  });
});

describe('one who goes away', () => {
  it('goes at once, and the others get their answer', async () => {
    const { sent, shared } = wire();
    const lifetime = new Lifetime();
    const leaving = shared.send(call({ lifetime }));
    const staying = shared.send(call());
    lifetime.cut('CLIENT_GONE');
    await expect(leaving).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    expect(sent[0]?.call.context.lifetime.cutBy).toBeNull();
    sent[0]?.answer('whole');
    expect((await staying).text).toBe('whole');
  });

  it('as the last one cuts the call, and who comes then begins anew', async () => {
    const { sent, shared } = wire();
    const [first, second] = [new Lifetime(), new Lifetime()];
    const leaving = [first, second].map((lifetime) => shared.send(call({ lifetime })));
    first.cut('CLIENT_GONE');
    second.cut('TOO_LATE');
    expect(sent[0]?.call.context.lifetime.cutBy).toBe('TOO_LATE');
    await expect(leaving[1]).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    await expect(leaving[0]).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
    const next = shared.send(call());
    sent[1]?.answer('anew');
    expect((await next).text).toBe('anew');
  });
});

describe('a mutation', () => {
  it('is sent each time', () => {
    const { sent, shared } = wire();
    shared.send(call({ kind: 'mutation' }));
    shared.send(call({ kind: 'mutation' }));
    expect(sent).toHaveLength(2);
  });

  it.each(['answer', 'fail'] as const)('is seen by who asks after it (%s)', async (end) => {
    const { sent, shared } = wire();
    const before = shared.send(call());
    const written = shared.send(call({ kind: 'mutation' }));
    sent[1]?.[end]();
    await written.catch(() => null);
    const after = shared.send(call());
    sent[0]?.answer('old');
    sent[2]?.answer('new');
    expect([(await before).text, (await after).text]).toEqual(['old', 'new']);
  });
});

it("never gives a viewer another's answer, whatever comes in whatever order", async () => {
  const viewers = [null, noa, { ...noa, id: '2' }, { ...noa, roles: ['EDITOR' as const] }];
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ ask: fc.nat(3), body: fc.constantFrom('{}', '{"q":1}') }) },
    { weight: 3, arbitrary: fc.record({ answer: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ leave: fc.nat(8) }) },
    { weight: 1, arbitrary: fc.record({ write: fc.nat(3) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { sent, shared } = wire();
      const waiting: { readonly lifetime: Lifetime; readonly checked: Promise<unknown> }[] = [];
      const words = (of: SubgraphCall<CallContext>) => JSON.stringify([of.context.viewer, of.body, of.kind]);
      const ask = (one: SubgraphCall<CallContext>) => {
        const checked = shared.send(one).then(
          ({ text }) => expect(text).toBe(words(one)),
          (failure) => expect(one.context.lifetime.cutBy, String(failure)).not.toBeNull(),
        );
        waiting.push({ lifetime: one.context.lifetime, checked });
      };
      const answer = (at: number) => sent[at]?.answer(words(sent[at].call));
      for (const one of steps) {
        if ('ask' in one) ask(call({ viewer: viewers[one.ask] ?? null, body: one.body }));
        else if ('write' in one) ask(call({ viewer: viewers[one.write] ?? null, kind: 'mutation' }));
        else if ('answer' in one) answer(one.answer);
        else waiting[one.leave]?.lifetime.cut('CLIENT_GONE');
        await Promise.resolve();
      }
      for (let at = 0; at < sent.length; at++) answer(at);
      await Promise.all(waiting.map(({ checked }) => checked));
    }),
    { numRuns: 500 },
  );
});
