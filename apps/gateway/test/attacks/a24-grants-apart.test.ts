import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure, isLong } from '../figures.ts';
import { Random } from '../oracle/random.ts';
import { startProtectedHouse } from './protected-house.ts';

type House = Awaited<ReturnType<typeof startProtectedHouse>>;

const operations = {
  open: '{ books { title shelf } }',
  price: '{ books { title price } }',
  both: '{ book(id: "1") { price margin shelf } }',
  note: '{ book(id: "2") { note } books { shelf } }',
  all: 'query All { books { id note price margin } }',
};

interface Who {
  readonly token: string | null;
  readonly sees: readonly string[];
}

describe('A24: with every cache and all sharing on', () => {
  let house: House;
  let viewers: readonly Who[];

  beforeAll(async () => {
    house = await startProtectedHouse();
    const { sign } = house.key;
    viewers = [
      { token: null, sees: [] },
      { token: await sign({ sub: 'a' }), sees: ['note'] },
      { token: await sign({ sub: 'b' }), sees: ['note'] },
      { token: await sign({ sub: 'b', scope: 'trade' }), sees: ['note', 'price'] },
      { token: await sign({ sub: 'c', scp: ['trade', 'more'] }), sees: ['note', 'price'] },
      { token: await sign({ sub: 'd', scopes: ['trader', 'Trade'] }), sees: ['note'] },
      { token: await sign({ sub: 'e', roles: ['proprietor'] }), sees: ['note', 'margin'] },
      { token: await sign({ sub: 'f', granted: ['owner'], scope: 'x trade' }), sees: ['note', 'price', 'margin'] },
      { token: await sign({ sub: 'g', policies: ['owner'], scope: 'owner' }), sees: ['note'] },
    ];
  });
  afterAll(() => house.close());

  const isProtected = (field: string) => ['note', 'price', 'margin'].includes(field);

  function wrongIn(answer: Awaited<ReturnType<House['ask']>>, { sees }: Who): string[] {
    const wrong: string[] = [];
    const books = [answer.data?.book ?? [], answer.data?.books ?? []].flat();
    for (const book of books) {
      for (const [field, value] of Object.entries(book)) {
        const isGiven = !isProtected(field) || sees.includes(field);
        if ((value !== null) !== isGiven) wrong.push(`${field}: ${value}`);
      }
    }
    return books.length > 0 ? wrong : ['nothing was answered'];
  }

  it('no viewer is given what was made for one with other grants, and those with the same share', async () => {
    const random = new Random(29);
    const requests = isLong ? 9_000 : 900;
    const wrong: string[] = [];
    let asked = 0;
    while (asked < requests) {
      const together = Array.from(
        { length: 30 },
        () => [random.pick(viewers), random.pick(Object.keys(operations))] as const,
      );
      const answers = await Promise.all(
        together.map(async ([who, name]) => {
          const answer = await house.ask(operations[name as keyof typeof operations], who.token);
          return wrongIn(answer, who).map((what) => `${name} for ${who.sees}: ${what}`);
        }),
      );
      wrong.push(...answers.flat());
      asked += together.length;
    }
    figure('A24', `of ${requests} answers with a protected value too many, or too few`, {
      seen: wrong.length,
      atMost: 0,
    });
    // Where nothing was kept or shared, nothing was tested: then each asks one subgraph at least.
    figure('A24', 'calls to subgraphs for them', { seen: house.received.length, atMost: (3 * requests) / 4 });
    expect(wrong).toEqual([]);
  });

  it('an answer without what is protected is kept for all of a class, whatever they were granted', async () => {
    const [, one, , other] = viewers;
    const query = 'query Fresh { books { title t: title } }';
    await house.ask(query, one?.token);
    const before = house.received.length;
    await house.ask(query, other?.token);
    expect(house.received.length).toBe(before);
  });

  it('a mutation that may not be done is not sent', async () => {
    const reprice = 'mutation { reprice(id: "1") { title } }';
    const before = house.received.length;
    for (const { token } of viewers) {
      const answer = await house.ask(reprice, token);
      expect(answer).toMatchObject({ status: 200, data: { reprice: null } });
      expect(answer.errors?.[0]).toMatchObject({
        path: ['reprice'],
        extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
      });
    }
    expect(house.received.length).toBe(before);
    const token = await house.key.sign({ sub: 'w', scope: 'trade write' });
    expect((await house.ask(reprice, token)).data).toEqual({ reprice: { title: 'title 1' } });
  });

  it('answers to who has signed in are kept by nobody on the way', async () => {
    const [nobody, someone] = viewers;
    expect((await house.ask(operations.price, someone?.token)).headers.get('cache-control')).toContain('private');
    expect((await house.ask(operations.price, nobody?.token)).headers.get('cache-control')).toMatch(/no-store|private/);
  });

  it('a part that is deferred is withheld as any other', async () => {
    const query = '{ book(id: "1") { title ... @defer { price shelf } } }';
    const read = async (token: string | null) => {
      const response = await fetch(`${house.origin}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'multipart/mixed;incrementalSpec=v0.2',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ query }),
      });
      return response.text();
    };
    const before = house.received.length;
    const withheld = await read(viewers[1]?.token ?? null);
    expect(withheld).toContain('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(withheld).toContain('"shelf 1"');
    expect(withheld).not.toContain('price 1');
    expect(JSON.stringify(house.received.slice(before))).not.toContain('price');
    expect(await read(viewers[3]?.token ?? null)).toContain('price 1');
  });
});

describe('A23: headers that say who asks', () => {
  it('are not believed, and reach no subgraph', async () => {
    const house = await startProtectedHouse();
    const smuggled = {
      'x-user-id': 'root',
      'x-role': 'proprietor',
      'x-roles': 'proprietor',
      'x-scopes': 'trade',
      'x-forwarded-user': 'root',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=10.0.0.1',
      'dateline-viewer': Buffer.from('{"id":"root","displayName":"root","roles":["EDITOR"]}').toString('base64url'),
      'dateline-signature': `t=${Math.floor(Date.now() / 1_000)},n=00000000-0000-4000-8000-000000000000,v1=${'0'.repeat(64)}`,
      cookie: 'session=root',
    };
    const { data } = await house.ask('{ book(id: "1") { title price note margin } }', null, smuggled);
    expect(data.book).toEqual({ title: 'title 1', price: null, note: null, margin: null });
    const names = new Set(house.received.flatMap(({ headers }) => Object.keys(headers)));
    const passed = Object.keys(smuggled).filter((name) => names.has(name));
    figure('A23', `of ${Object.keys(smuggled).length} smuggled headers that reached a subgraph`, {
      seen: passed.length,
      atMost: 0,
    });
    await house.close();
  });
});
