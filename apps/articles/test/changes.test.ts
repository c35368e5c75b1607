import { editor, reader } from '@dateline/testing/viewers';
import fc from 'fast-check';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticlesUnderTest, startArticles } from './articles.ts';

const page = `query ($after: String, $first: Int) { articleChanges(after: $after, first: $first) {
  edges { cursor node { cursor kind at articleId reason article { id headline revision } } } pageInfo { hasNextPage endCursor } } }`;

interface Told {
  readonly cursor: string;
  readonly kind: string;
  readonly articleId: string;
  readonly reason: string | null;
  readonly article: { readonly id: string; readonly headline: string; readonly revision: number } | null;
}

const long = process.env['LONG'] === '1';
const runs = { numRuns: long ? 200 : 8 };
const timeoutMs = long ? 600_000 : 60_000;

describe('the change feed', () => {
  let articles: ArticlesUnderTest;
  let admin: postgres.Sql;
  beforeAll(async () => {
    articles = await startArticles();
    admin = postgres(articles.database.adminUrl, { max: 4, onnotice: () => {} });
  });
  afterAll(async () => {
    await admin.end();
    await articles[Symbol.asyncDispose]();
  });

  const mutate = async (fields: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors } = await articles.graph(fields, variables, editor);
    expect(errors).toBeUndefined();
    return data;
  };
  const create = async (headline: string) =>
    (
      await mutate(
        'mutation ($input: CreateArticleInput!) { createArticle(input: $input) { article { id revision } } }',
        { input: { language: 'en', headline } },
      )
    ).createArticle.article as { id: string; revision: number };
  const publish = (id: string) =>
    mutate('mutation ($id: ID!) { publishArticle(id: $id) { article { id } userErrors { code } } }', { id });
  const withdraw = (id: string) =>
    mutate(
      'mutation ($id: ID!) { withdrawArticle(id: $id, reason: "It was wrong") { article { id } userErrors { code } } }',
      { id },
    );

  /** All changes after a cursor, page by page, and where they end. */
  async function replay(after: string | null, first = 3) {
    const told: Told[] = [];
    let cursor = after;
    for (;;) {
      const { data, errors } = await articles.graph(page, { after: cursor, first }, reader);
      expect(errors).toBeUndefined();
      const { edges, pageInfo } = data.articleChanges;
      told.push(...edges.map(({ node }: { node: Told }) => node));
      cursor = pageInfo.endCursor ?? cursor;
      if (!pageInfo.hasNextPage) return { told, cursor };
    }
  }
  /** What a partner holds who keeps what comes and drops what comes as null. */
  function applied(told: readonly Told[], held = new Map<string, string>()) {
    for (const { articleId, article } of told) {
      if (article) held.set(articleId, `${article.revision} ${article.headline}`);
      else held.delete(articleId);
    }
    return held;
  }
  const published = async () =>
    new Map(
      (await admin`select id, revision, headline from articles.articles where status = 'PUBLISHED'`).map((row) => [
        row['id'] as string,
        `${row['revision']} ${row['headline']}`,
      ]),
    );

  it('tells a publication, an update, a correction and a withdrawal in their order, each once', async () => {
    const { cursor: start } = await replay(null, 500);
    const { id } = await create('One story');
    expect((await replay(start)).told).toEqual([]);
    await publish(id);
    await mutate(
      'mutation ($id: ID!) { updateArticle(id: $id, expectedRevision: 2, input: { headline: "One story more" }) { userErrors { code } } }',
      { id },
    );
    await mutate(
      'mutation ($id: ID!) { correctArticle(id: $id, expectedRevision: 3, note: "A name was wrong") { userErrors { code } } }',
      { id },
    );
    const { told } = await replay(start);
    expect(told.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['PUBLISHED', null],
      ['UPDATED', null],
      ['CORRECTED', 'A name was wrong'],
    ]);
    expect(told.every(({ article }) => article?.headline === 'One story more')).toBe(true);
    await withdraw(id);
    const after = (await replay(start)).told;
    expect(after.at(-1)).toMatchObject({ kind: 'WITHDRAWN', reason: 'It was wrong', article: null });
    expect(after.every(({ article }) => article === null)).toBe(true);
  });

  it('takes at most 500 at once, and says so', async () => {
    const { errors } = await articles.graph(page, { first: 501 }, reader);
    expect(errors?.[0]?.message).toContain('from 1 to 500');
    expect((await articles.graph(page, { first: 500 }, reader)).errors).toBeUndefined();
  });

  it(
    'replayed from any place rebuilds the published articles exactly, also read while others write',
    async () => {
      const edit = fc.record({ article: fc.nat({ max: 4 }), verb: fc.constantFrom('publish', 'update', 'withdraw') });
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), fc.nat({ max: 12 }), async (edits, cut) => {
          const made = await Promise.all([0, 1, 2, 3, 4].map((number) => create(`Story ${number}`)));
          let held = new Map<string, string>();
          let cursor: string | null = null;
          const writing = edits.map(async ({ article, verb }, index) => {
            const id = made[article]?.id ?? '';
            if (verb === 'publish') return publish(id);
            if (verb === 'withdraw') return withdraw(id);
            const [row] = await admin`select revision from articles.articles where id = ${id}`;
            return mutate(
              'mutation ($id: ID!, $revision: Int!, $headline: String!) { updateArticle(id: $id, expectedRevision: $revision, input: { headline: $headline }) { userErrors { code } } }',
              { id, revision: row?.['revision'], headline: `Story ${article}, edit ${index}` },
            );
          });
          const reading = (async () => {
            for (let look = 0; look < cut; look += 1) {
              const { told, cursor: end } = await replay(cursor);
              held = applied(told, held);
              cursor = end;
            }
          })();
          await Promise.all([...writing, reading]);
          held = applied((await replay(cursor)).told, held);
          expect(held).toEqual(await published());
          expect(applied((await replay(null, 500)).told)).toEqual(await published());
        }),
        runs,
      );
    },
    timeoutMs,
  );

  it(
    'replayed rebuilds the published articles exactly, whatever wires and schedules do meanwhile',
    async () => {
      const version = fc.record({
        item: fc.nat({ max: 1 }),
        version: fc.nat({ max: 3 }),
        fate: fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom('usable', 'draft', 'held for a moment', 'held for long', 'withheld'),
          },
          { weight: 1, arbitrary: fc.constant('canceled') },
          {
            weight: 3,
            arbitrary: fc.constantFrom('by an editor: publish', 'by an editor: in a moment', 'by an editor: kill'),
          },
        ),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(version, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
          async (batches) => {
            run += 1;
            const keyOf = (item: number) => `r${run}-${item}`;
            let { cursor } = await replay(null, 500);
            let held = await published();
            const look = async () => {
              const { told, cursor: end } = await replay(cursor);
              held = applied(told, held);
              cursor = end;
            };
            for (const [index, batch] of batches.entries()) {
              const sent = batch.filter(({ fate }) => !fate.startsWith('by an editor'));
              const edited = batch.filter(({ fate }) => fate.startsWith('by an editor'));
              await Promise.all([
                sendWire(sent.map(({ item, version, fate }) => wireItem(keyOf(item), 2 * index + version, fate))),
                ...edited.map(({ item, fate }) => editWired(keyOf(item), fate)),
                look(),
              ]);
              await look();
            }
            const due = () =>
              admin`select 1 from articles.articles where status = 'SCHEDULED' and scheduled_at < now() + interval '1 minute'`;
            await expect.poll(async () => (await due()).length, { timeout: 20_000, interval: 20 }).toBe(0);
            await look();
            expect(held).toEqual(await published());
            expect(applied((await replay(null, 500)).told)).toEqual(await published());
          },
        ),
        {
          ...runs,
          // What a partner holds already must go again: by a hold, by an embargo, by a kill.
          examples: ['withheld', 'held for long', 'canceled', 'by an editor: kill'].map((fate) => [
            [[{ item: 0, version: 0, fate: 'usable' }], [{ item: 0, version: 0, fate }]],
          ]),
        },
      );
    },
    timeoutMs,
  );

  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  function wireItem(sourceId: string, version: number, fate: string) {
    return {
      ...{ source: 'Wire', sourceId, format: 'ninjs', language: 'en', version: String(version) },
      headline: `${sourceId}, version ${version}, ${fate}`,
      body: [{ paragraph: { html: fate } }],
      pubStatus: fate === 'canceled' ? 'CANCELED' : fate === 'withheld' ? 'WITHHELD' : 'USABLE',
      publish: fate !== 'draft',
      embargoedUntil: fate === 'held for a moment' ? inMs(60) : fate === 'held for long' ? inMs(3_600_000) : null,
    };
  }
  const sendWire = (inputs: readonly object[]) =>
    mutate(
      'mutation ($inputs: [ImportArticleInput!]!) { importArticles(inputs: $inputs) { outcome userErrors { code } } }',
      { inputs },
    );
  /** What the workflow refuses is refused: any of it may come at any state. */
  async function editWired(sourceId: string, fate: string): Promise<unknown> {
    const [row] = await admin`select id from articles.articles where source_id = ${sourceId}`;
    if (!row) return undefined;
    const id = row['id'] as string;
    if (fate === 'by an editor: kill') return withdraw(id);
    if (fate === 'by an editor: publish') return publish(id);
    return mutate('mutation ($id: ID!, $at: DateTime) { publishArticle(id: $id, at: $at) { userErrors { code } } }', {
      id,
      at: inMs(60),
    });
  }

  it('loses neither of two changes whose transactions end in the other order than they began', async () => {
    const [first, second] = [await create('The slow one'), await create('The quick one')];
    const { cursor } = await replay(null, 500);
    // Another process holds the row of the first: its publication has begun and cannot end.
    const holding = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holder = admin.begin(async (transaction) => {
      await transaction`select 1 from articles.articles where id = ${first.id} for update`;
      held.resolve();
      await holding.promise;
    });
    await held.promise;
    const slow = publish(first.id);
    await publish(second.id);
    const { told, cursor: seen } = await replay(cursor);
    expect(told.map(({ articleId }) => articleId)).toEqual([second.id]);
    holding.resolve();
    await Promise.all([holder, slow]);
    expect((await replay(seen)).told.map(({ articleId }) => articleId)).toEqual([first.id]);
  });

  it('lets nobody see a number while a lower one may still come', async () => {
    const { id } = await create('Under way');
    await publish(id);
    const { cursor } = await replay(null, 500);
    // A transaction that took its number and has not ended yet, as recordChanges takes it.
    const ending = Promise.withResolvers<void>();
    const took = Promise.withResolvers<void>();
    const open = admin.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtext('dateline article changes'))`;
      await transaction`insert into articles.article_changes (kind, at, article_id, revision) values ('UPDATED', now(), ${id}, 99)`;
      took.resolve();
      await ending.promise;
    });
    await took.promise;
    const other = await create('Meanwhile');
    const publishing = publish(other.id);
    const waiting = () =>
      admin`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`.then(
        (rows) => rows.length,
      );
    await expect.poll(waiting).toBe(1);
    expect((await replay(cursor)).told).toEqual([]);
    ending.resolve();
    await Promise.all([open, publishing]);
    expect((await replay(cursor)).told.map(({ articleId }) => articleId)).toEqual([id, other.id]);
  });
});
