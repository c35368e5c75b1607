import type { Viewer } from '@dateline/service-kit/viewer';
import { describe, expect, it } from 'vitest';
import { composeSmall, createSmallEngine, type SmallEngineOptions, type SmallSubgraph } from './small-graph.ts';

const code = 'UNAUTHORIZED_FIELD_OR_TYPE';
const error = (...path: (string | number)[]) => ({
  message: 'You may not see this field, or its type.',
  extensions: { code },
  path,
});

/** Signed in, with what a test grants. */
const viewer = ({ scopes = [] as string[], policies = [] as string[] } = {}): Viewer => ({
  id: 'v1',
  displayName: 'V',
  roles: [],
  scopes,
  policies,
});

const people: SmallSubgraph = {
  sdl: `scalar Money @requiresScopes(scopes: [["pay"]])
    enum Mood @authenticated { GOOD }
    type Secret @policy(policies: [["agent"]]) { word: String! }
    type Query {
      me: Person nobody: Person people: [Person!]!
      secret: Secret secrets: [Secret!]! must: String! @authenticated open: String
    }
    type Mutation { dismiss(id: ID!): Person @requiresScopes(scopes: [["hire"]]) rename: Person }
    type Person @key(fields: "id") {
      id: ID! name: String wage: Money mood: Mood secret: Secret
      email: String @requiresScopes(scopes: [["read", "email"], ["admin"]])
      file: String @authenticated @requiresScopes(scopes: [["read"]]) @policy(policies: [["hr"], ["boss"]])
      must: String! @requiresScopes(scopes: [["read"]])
      boss: Person
    }`,
  resolvers: {
    Query: {
      me: () => person('1'),
      people: () => [person('1'), person('2')],
      secret: () => ({ word: 's' }),
      must: () => 'm',
      open: () => 'o',
    },
    Mutation: { dismiss: () => person('1'), rename: () => person('1') },
  },
};

function person(id: string): object {
  return {
    id,
    name: `n${id}`,
    wage: 100,
    mood: 'GOOD',
    secret: { word: 's' },
    email: `e${id}`,
    file: `f${id}`,
    must: `m${id}`,
    boss: () => person('9'),
  };
}

const graph = (subgraphs: Record<string, SmallSubgraph> = { people }, options: SmallEngineOptions = {}) =>
  createSmallEngine(subgraphs, options);

describe('a field that the viewer may not see', () => {
  it('is null with an error at its place, is not fetched, and the rest is as it was', async () => {
    const small = await graph();
    const { data, errors } = await small.ask('{ me { name email } open }');
    expect(data).toEqual({ me: { name: 'n1', email: null }, open: 'o' });
    expect(errors).toEqual([error('me', 'email')]);
    expect(small.calls.map(({ query }) => query.includes('email'))).toEqual([false]);
  });

  it('has an error at each place of a list, under the name that the client gave it', async () => {
    const small = await graph();
    const { data, errors } = await small.ask('{ all: people { x: email boss { y: email } } }');
    expect(data.all).toEqual([
      { x: null, boss: { y: null } },
      { x: null, boss: { y: null } },
    ]);
    expect(errors).toEqual([
      error('all', 0, 'x'),
      error('all', 0, 'boss', 'y'),
      error('all', 1, 'x'),
      error('all', 1, 'boss', 'y'),
    ]);
  });

  it('makes null what must not be without it, as any error does', async () => {
    const small = await graph();
    expect((await small.ask('{ me { name must } open }')).data).toEqual({ me: null, open: 'o' });
    const whole = await small.ask('{ people { must } open }');
    expect([whole.data, whole.errors?.[0]]).toEqual([null, error('people', 0, 'must')]);
    expect((await small.ask('{ open must }')).data).toBeNull();
  });

  it('is not told of where nothing stands', async () => {
    const small = await graph();
    expect(await small.ask('{ nobody { email } }')).toMatchObject({ data: { nobody: null }, hasErrors: false });
  });

  it('leaves nothing to be fetched where nothing else was asked for', async () => {
    const small = await graph();
    const { data, errors } = await small.ask(
      '{ __typename must secret { word } ...More } fragment More on Query { s: secrets { word } }',
    );
    expect([data, small.calls, small.counts.plans]).toEqual([null, [], 0]);
    expect(errors).toEqual([error('must'), error('secret'), error('s')]);
  });

  it('of a mutation is not done', async () => {
    const small = await graph();
    const { data, errors } = await small.ask('mutation { dismiss(id: "1") { id } }');
    expect([data, errors, small.calls]).toEqual([{ dismiss: null }, [error('dismiss')], []]);
    const done = await small.ask('mutation { dismiss(id: "1") { id } }', {}, viewer({ scopes: ['hire'] }));
    expect(done.data).toEqual({ dismiss: { id: '1' } });
    // What may be done is done, whatever of the answer may not be seen.
    expect((await small.ask('mutation { rename { email } }')).data).toEqual({ rename: { email: null } });
    expect(small.calls.at(-1)?.query).toContain('rename');
  });

  it('comes with at most 100 errors', async () => {
    const many = { ...people.resolvers, Query: { people: () => Array.from({ length: 150 }, () => person('1')) } };
    const small = await graph({ people: { ...people, resolvers: many } });
    expect((await small.ask('{ people { email } }')).errors).toHaveLength(100);
  });

  it('says nothing of what it would take', async () => {
    const small = await graph();
    expect((await small.ask('{ me { file email wage secret { word } } }')).text).not.toMatch(
      /read|admin|hr|boss|pay|agent/,
    );
  });
});

describe('who is given what', () => {
  const asked = '{ me { email file wage mood secret { word } } }';
  const all = ['email', 'file', 'wage', 'mood', 'secret'];

  it.each<[string, Viewer | null, string[]]>([
    ['nobody signed in', null, []],
    ['somebody signed in', viewer(), ['mood']],
    ['one of the alternatives, not all of it', viewer({ scopes: ['read'] }), ['mood']],
    ['one of the alternatives, all of it', viewer({ scopes: ['email', 'read'] }), ['mood', 'email']],
    ['the other alternative', viewer({ scopes: ['admin'] }), ['mood', 'email']],
    ['a scope by another name', viewer({ scopes: ['Admin', 'admin2', 'read email'] }), ['mood']],
    ['a policy where a scope is wanted', viewer({ policies: ['admin', 'pay'] }), ['mood']],
    ['every directive but one', viewer({ policies: ['hr'] }), ['mood']],
    ['every directive', viewer({ scopes: ['read'], policies: ['boss'] }), ['mood', 'file']],
    ['what a scalar wants', viewer({ scopes: ['pay'] }), ['mood', 'wage']],
    ['what an object type wants', viewer({ policies: ['agent'] }), ['mood', 'secret']],
    ['all', viewer({ scopes: ['admin', 'read', 'pay'], policies: ['hr', 'agent'] }), all],
  ])('with %s', async (_name, who, given) => {
    const small = await graph();
    const { data, errors } = await small.ask(asked, {}, who);
    expect(all.filter((field) => data.me[field] !== null).sort()).toEqual([...given].sort());
    expect(errors?.map(({ path }) => path?.[1]).sort() ?? []).toEqual(
      all.filter((field) => !given.includes(field)).sort(),
    );
  });

  it('depends on who asks, also when the operation is known', async () => {
    const small = await graph();
    const prepared = small.prepare('{ me { email } }');
    const emailOf = async (who: Viewer | null) => {
      const { text } = await small.engine.execute(prepared, { variables: {}, context: { viewer: who } });
      return JSON.parse(text).data.me.email;
    };
    const admin = viewer({ scopes: ['admin'] });
    expect(await Promise.all([null, admin, viewer(), admin, null].map(emailOf))).toEqual([
      null,
      'e1',
      null,
      'e1',
      null,
    ]);
    // Two plans: one for all who may, one for all who may not… per choice of what they were granted.
    expect(small.counts.plans).toBe(2);
  });

  it('keeps a bounded number of plans for viewers with ever other grants', async () => {
    const fields = Array.from({ length: 8 }, (_, n) => `f${n}: String @requiresScopes(scopes: [["s${n}"]])`).join(' ');
    const wide = { sdl: `type Query { ${fields} }`, resolvers: {} };
    const small = await graph({ wide });
    const prepared = small.prepare('{ f0 f1 f2 f3 f4 f5 f6 f7 }');
    const ask = (bits: number) => {
      const scopes = Array.from({ length: 8 }, (_, n) => `s${n}`).filter((_, n) => bits & (1 << n));
      return small.engine.execute(prepared, { variables: {}, context: { viewer: viewer({ scopes }) } });
    };
    for (let bits = 1; bits < 40; bits++) await ask(bits);
    expect(small.counts.plans).toBe(39);
    await ask(39);
    expect(small.counts.plans).toBe(39);
    await ask(1);
    expect(small.counts.plans).toBe(40);
  });
});

const shelf: SmallSubgraph = {
  sdl: `interface Item { id: ID! title: String }
    union Found = Book | Diary
    type Query { items: [Item!]! found: [Found] one: Item }
    type Book implements Item @key(fields: "id") { id: ID! title: String pages: Int }
    type Diary implements Item @key(fields: "id") @authenticated { id: ID! title: String }
    type Letter implements Item @key(fields: "id") { id: ID! title: String @requiresScopes(scopes: [["mail"]]) }`,
  resolvers: {
    Query: {
      items: () => [stands('Book'), stands('Diary'), stands('Letter')],
      found: () => [stands('Book'), stands('Diary')],
      one: () => stands('Letter'),
    },
  },
};
const stands = (__typename: string) => ({ __typename, id: __typename, title: `t ${__typename}`, pages: 7 });

/** As compositions before GHSA-mx7m-j9xf-62hw left interfaces: without what their types demand. */
const withoutInterfaces = (sdl: string) =>
  sdl.replace(/interface Item[\s\S]*?\n\{[\s\S]*?\n\}/, (text) =>
    text.replaceAll(/@(authenticated|requiresScopes\(.*?\]\]\))/g, ''),
  );

describe('a protected type behind an interface or a union', () => {
  it('protects what is asked for on the interface, also where composition did not carry it over', async () => {
    const small = await graph({ shelf }, { rewrite: withoutInterfaces });
    const { data, errors } = await small.ask('{ items { __typename id title } }');
    // Whichever type stands there, one of them is protected. Each item falls with its id.
    expect(data).toBeNull();
    expect(errors?.[0]).toEqual(error('items', 0, 'id'));
    expect(JSON.stringify(small.calls)).not.toMatch(/Diary|title/);
    const mail = await small.ask('{ items { id title } }', {}, viewer({ scopes: ['mail'] }));
    expect(mail.data.items.map(({ title }: { title: string }) => title)).toEqual(['t Book', 't Diary', 't Letter']);
  });

  it('is taken as composition wrote it on the interface: for whatever type stands there', async () => {
    const small = await graph({ shelf });
    const { data, errors } = await small.ask('{ one { ... on Book { id } } }');
    expect([data, errors, small.calls]).toEqual([{ one: null }, [error('one')], []]);
  });

  it('is protected in fragments, and what stands beside it is given', async () => {
    const small = await graph({ shelf }, { rewrite: withoutInterfaces });
    const query = '{ items { ... on Book { title } ...Kept ... on Letter { id } } } fragment Kept on Diary { title }';
    const { data, errors } = await small.ask(query);
    expect(data.items).toEqual([{ title: 't Book' }, { title: null }, { id: 'Letter' }]);
    expect(errors).toEqual([error('items', 1, 'title')]);
    expect(small.calls[0]?.query).not.toContain('Diary');
  });

  it('is protected in unions', async () => {
    const small = await graph({ shelf });
    const { data, errors } = await small.ask(
      '{ found { __typename ... on Book { title } ... on Diary { d: title } ... on Item { id } } }',
    );
    expect(data.found).toEqual([null, null]);
    expect(errors).toEqual([error('found', 0, 'id'), error('found', 1, 'd'), error('found', 1, 'id')]);
    const each = await small.ask('{ found { __typename ... on Book { title } ... on Diary { d: title } } }');
    expect(each.data.found).toEqual([
      { __typename: 'Book', title: 't Book' },
      { __typename: 'Diary', d: null },
    ]);
  });

  it('may be asked for its name alone where the field is open', async () => {
    const small = await graph({ shelf });
    expect((await small.ask('{ found { __typename } }')).data.found).toEqual([
      { __typename: 'Book' },
      { __typename: 'Diary' },
    ]);
  });
});

const things: SmallSubgraph = {
  sdl: `interface Thing { id: ID! owner: Owner }
    type Query { things: [Thing!]! }
    type Owner { a: String b: String }
    type Lock implements Thing { id: ID! owner: Owner @authenticated code: String @authenticated }
    type Door implements Thing { id: ID! owner: Owner }`,
  resolvers: {
    Query: {
      things: () =>
        ['Lock', 'Door'].map((__typename) => ({ __typename, id: __typename, code: '1', owner: { a: 'a', b: 'b' } })),
    },
  },
};

describe('a field that one type protects and another does not', () => {
  it('is given of the other where it is asked for on that, and what was asked for on both is withheld', async () => {
    const small = await graph({ things });
    const { data, errors } = await small.ask('{ things { ... on Door { owner { b } } owner { a } } }');
    expect(data.things).toEqual([{ owner: null }, { owner: { b: 'b', a: null } }]);
    expect(errors).toEqual([error('things', 0, 'owner'), error('things', 1, 'owner', 'a')]);
    expect(small.calls[0]?.query).not.toMatch(/\ba\b/);
  });

  it('is missed only by objects of its own type', async () => {
    const small = await graph({ things });
    const { data, errors } = await small.ask('{ things { id ... on Lock { code } } }');
    expect(data.things).toEqual([{ id: 'Lock', code: null }, { id: 'Door' }]);
    expect(errors).toEqual([error('things', 0, 'code')]);
  });
});

const base: SmallSubgraph = {
  sdl: `interface Media @key(fields: "id") { id: ID! }
    type Query { media: [Media!]! film: Film }
    type Film implements Media @key(fields: "id") { id: ID! }
    type Song implements Media @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: { media: () => [{ __typename: 'Film', id: '1' }], film: () => ({ id: '1' }) },
    Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Film', id }) },
  },
};
const added: SmallSubgraph = {
  sdl: 'type Media @key(fields: "id") @interfaceObject { id: ID! rating: Int @authenticated stars: Int }',
  resolvers: {
    Media: { __resolveReference: ({ id }: { id: string }) => ({ id }), rating: () => 5, stars: () => 3 },
  },
};

describe('a protected field that an @interfaceObject adds', () => {
  it.each([
    ['as composition has it', (sdl: string) => sdl],
    [
      'where it stands on the interface alone',
      (sdl: string) => sdl.replaceAll(/rating: Int @authenticated @join__field\n/g, 'rating: Int @join__field\n'),
    ],
  ])('is protected on the interface and on each of its types, %s', async (_name, rewrite) => {
    const small = await graph({ base, added }, { rewrite });
    const { data, errors } = await small.ask('{ media { stars rating } film { rating stars } }');
    expect(data).toEqual({ media: [{ stars: 3, rating: null }], film: { rating: null, stars: 3 } });
    expect(errors).toEqual([error('media', 0, 'rating'), error('film', 'rating')]);
    expect(JSON.stringify(small.calls)).not.toContain('rating');
    const asViewer = await small.ask('{ media { rating } film { rating } }', {}, viewer());
    expect(asViewer.data).toEqual({ media: [{ rating: 5 }], film: { rating: 5 } });
  });
});

const staff = (protection: string): Record<string, SmallSubgraph> => ({
  people: {
    sdl: `type Query { worker: Worker }
      type Worker @key(fields: "id") { id: ID! wage: Int @requiresScopes(scopes: [["pay"]]) name: String }`,
    resolvers: {
      Query: { worker: () => ({ id: '1', wage: 100, name: 'w' }) },
      Worker: { __resolveReference: ({ id }: { id: string }) => ({ id, wage: 100, name: 'w' }) },
    },
  },
  taxes: {
    sdl: `type Worker @key(fields: "id") { id: ID! wage: Int @external tax: Int ${protection} @requires(fields: "wage") office: String }`,
    resolvers: {
      Worker: {
        __resolveReference: (given: object) => given,
        tax: ({ wage }: { wage: number }) => wage / 2,
        office: () => 'o',
      },
    },
  },
});

describe('a field that is made from a protected one', () => {
  it('must say so itself, or current composition refuses it', () => {
    expect(() => composeSmall(staff(''))).toThrow(/auth requirements to access the transitive field "Worker.wage"/);
    expect(composeSmall(staff('@requiresScopes(scopes: [["pay"]])'))).toContain('requires: "wage"');
  });

  it('is protected with it in a supergraph of before that (GHSA-m8jr-fxqx-8xx6)', async () => {
    const rewrite = (sdl: string) => sdl.replace(/(requires: "wage"\)) @requiresScopes\(.*?\]\]\)/, '$1');
    const small = await graph(staff('@requiresScopes(scopes: [["pay"]])'), { rewrite });
    const { data, errors } = await small.ask('{ worker { name tax office } }');
    expect([data.worker, errors]).toEqual([{ name: 'w', tax: null, office: 'o' }, [error('worker', 'tax')]]);
    expect(JSON.stringify(small.calls)).not.toContain('wage');
    const paid = await small.ask('{ worker { tax } }', {}, viewer({ scopes: ['pay'] }));
    expect(paid.data.worker).toEqual({ tax: 50 });
  });

  it('is protected with what it takes from a context', async () => {
    const sdl = (protection: string) => `type Query { house: House }
      type House @key(fields: "id") @context(name: "house") { id: ID! alarm: String @authenticated door: Door }
      type Door @key(fields: "id") { id: ID! opens(by: String @fromContext(field: "$house { alarm }")): Boolean ${protection} name: String }`;
    const house = { Query: { house: () => ({ id: '1', alarm: '1234', door: { id: 'd', name: 'front' } }) } };
    const doors = (protection: string) => ({ doors: { sdl: sdl(protection), resolvers: house } });
    expect(() => composeSmall(doors(''))).toThrow(/from @fromContext selection set|transitive/);
    const rewrite = (text: string) => text.replace(/(contextArguments: .*?\}\]\)) @authenticated/, '$1');
    const small = await graph(doors('@authenticated'), { rewrite });
    const { data, errors } = await small.ask('{ house { door { name opens } } }');
    expect(data.house.door).toEqual({ name: 'front', opens: null });
    expect(errors).toEqual([error('house', 'door', 'opens')]);
    expect(JSON.stringify(small.calls)).not.toContain('alarm');
  });
});

describe('a protected key', () => {
  const subgraphs: Record<string, SmallSubgraph> = {
    a: {
      sdl: `type Query { book: Book } type Book @key(fields: "isbn") { isbn: ID! @authenticated title: String }`,
      resolvers: { Query: { book: () => ({ isbn: '7', title: 't' }) } },
    },
    b: {
      sdl: 'type Book @key(fields: "isbn") { isbn: ID! stars: Int }',
      resolvers: { Book: { __resolveReference: (given: object) => given, stars: () => 3 } },
    },
  };

  it('still joins the subgraphs, as composition has it, and is neither shown nor read for anything else', async () => {
    const small = await graph(subgraphs);
    const joined = await small.ask('{ book { title stars } }');
    expect(joined.data.book).toEqual({ title: 't', stars: 3 });
    expect((await small.ask('{ book { title isbn } }')).data).toEqual({ book: null });
    small.calls.length = 0;
    const alone = await small.ask('{ book { title } }');
    // Tags are made of keys: of this one none is.
    expect([small.calls[0]?.query.includes('isbn'), alone.tags()]).toEqual([false, []]);
  });
});

describe('a supergraph', () => {
  it('whose protection is of a version that is not known is not served', async () => {
    const rewrite = (sdl: string) => sdl.replace('authenticated/v0.1', 'authenticated/v0.2');
    await expect(graph({ people }, { rewrite })).rejects.toThrow('authenticated/v0.2');
  });

  it('that demands protection by a specification of somebody else is not served', async () => {
    const rewrite = (sdl: string) =>
      sdl.replace('https://specs.apollo.dev/policy/v0.1', 'https://elsewhere.example/policy/v0.1');
    await expect(graph({ people }, { rewrite })).rejects.toThrow('@policy');
  });

  it.each(['authenticated', 'https://specs.apollo.dev/authenticated'])(
    'that demands protection by %s, which names no version, is not served',
    async (address) => {
      const rewrite = (sdl: string) => sdl.replace('https://specs.apollo.dev/authenticated/v0.1', address);
      await expect(graph({ people }, { rewrite })).rejects.toThrow('does not enforce');
    },
  );

  it.each(['/', '/?as=written#here'])('is protected also where the address ends in %s', async (end) => {
    const rewrite = (sdl: string) => sdl.replace('authenticated/v0.1', `authenticated/v0.1${end}`);
    const small = await graph({ people }, { rewrite });
    expect((await small.ask('{ me { mood name } }')).data.me).toEqual({ mood: null, name: 'n1' });
  });

  it('that protects nothing costs an operation nothing: no requirement, no variant', async () => {
    const small = await graph({ open: { sdl: 'type Query { a: Int }', resolvers: {} } });
    expect(small.supergraph.authorization).toBeNull();
    const prepared = small.prepare('{ a }');
    expect([prepared.requirements, small.engine.accessVariant(prepared, { viewer: viewer() })]).toEqual([[], '']);
  });

  it('may call the directives as it likes', async () => {
    const rename = (sdl: string) =>
      sdl
        .replaceAll(/@authenticated\b/g, '@login')
        .replace(
          'https://specs.apollo.dev/authenticated/v0.1", for: SECURITY',
          'https://specs.apollo.dev/authenticated/v0.1", import: [{name: "@authenticated", as: "@login"}], for: SECURITY',
        )
        .replaceAll(/@requiresScopes\b/g, '@needs')
        .replace(
          'https://specs.apollo.dev/requiresScopes/v0.1"',
          'https://specs.apollo.dev/requiresScopes/v0.1", as: "needs"',
        );
    const small = await graph({ people }, { rewrite: rename });
    expect((await small.ask('{ me { mood email name } }')).data.me).toEqual({ mood: null, email: null, name: 'n1' });
  });
});
