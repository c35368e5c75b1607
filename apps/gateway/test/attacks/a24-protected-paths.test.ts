import { parse } from 'graphql';
import { expect, it } from 'vitest';
import type { Grants } from '../../src/engine/authorization/requirement.ts';
import { createEngine } from '../../src/engine/engine.ts';
import type { AnswerInParts } from '../../src/engine/incremental/answer-parts.ts';
import { createIncrementalEngine } from '../../src/engine/incremental/incremental-engine.ts';
import { writeParts } from '../../src/http/incremental/incremental-format.ts';
import { figure, isLong } from '../figures.ts';
import { mergeParts } from '../incremental/merge-parts.ts';
import { canonical } from '../oracle/data.ts';
import { withDefers } from '../oracle/deferred.ts';
import { engineOptions } from '../oracle/engine-federated.ts';
import { buildHouse, type House } from '../oracle/house.ts';
import { concreteTypes } from '../oracle/model.ts';
import { randomOperation } from '../oracle/operation.ts';
import { Random, seedOf } from '../oracle/random.ts';
import { askedFields } from './protected/asked.ts';
import { type Allowed, allowedIn } from './protected/model.ts';
import { protect } from './protected/protect.ts';
import { referenceAnswer } from './protected/reference.ts';

const houses = isLong ? 300 : 12;
const operationsPerHouse = 6;

interface Figures {
  cases: number;
  withheld: number;
  calls: number;
  unplanned: number;
  inParts: number;
}

it('A24: whatever is asked, on whatever path, nothing protected is answered or fetched, and all else is as it was', {
  timeout: isLong ? 600_000 : 120_000,
}, async () => {
  const figures: Figures = { cases: 0, withheld: 0, calls: 0, unplanned: 0, inParts: 0 };
  for (let index = 0; index < houses; index++) {
    const seed = seedOf(Number(process.env['SEED'] ?? 24), index);
    const house = buildHouse(seed);
    if ('supergraphSdl' in house) await tryHouse(house, new Random(seedOf(seed, 3)), figures);
  }
  const { cases, withheld, calls, inParts } = figures;
  figure(
    'A24',
    `of ${cases} operations (${inParts} of them in parts too) with ${withheld} fields withheld, and ${calls} calls, a protected value`,
    {
      seen: 0,
      atMost: 0,
    },
  );
  // Where nothing was withheld, nothing was tested.
  expect(figures.withheld).toBeGreaterThan(figures.cases / 2);
  expect(figures.unplanned).toBeLessThan(figures.cases * 0.1);
  expect(inParts).toBeGreaterThan(cases / 2);
});

async function tryHouse(house: House, random: Random, figures: Figures): Promise<void> {
  const { supergraphSdl, rules } = protect(house.supergraphSdl, random);
  const calls: { subgraph: string; query: string }[] = [];
  const journal: string[] = [];
  let grants = drawGrants(random);
  const options = await engineOptions(
    { planner: 'apollo', writesFast: true },
    { ...house, supergraphSdl },
    async (subgraph, body) => {
      const call = JSON.parse(body);
      calls.push({ subgraph, query: call.query });
      return JSON.stringify(house.servers.get(subgraph)?.answer(call, journal));
    },
  );
  const engine = createEngine<null>({ ...options, grantsOf: () => grants });
  const inParts = createIncrementalEngine<null>({ ...options, grantsOf: () => grants });
  for (let count = 0; count < operationsPerHouse; count++) {
    const operation = randomOperation(random.below(2 ** 31), house.world, house.monolith.schema);
    const prepared = engine.prepare(parse(operation.query));
    const deferred = withDefers(operation, random, house.monolith.schema);
    const preparedInParts = engine.prepare(parse(deferred.query));
    // The same prepared operation for several viewers: what is kept of one must not serve another.
    for (let viewer = 0; viewer < 3; viewer++) {
      grants = drawGrants(random);
      const allowed = allowedIn(house.split, rules, grants);
      calls.length = 0;
      journal.length = 0;
      const text = await engine.execute(prepared, { variables: operation.variables, context: null }).then(
        (answer) => answer.text,
        () => null,
      );
      if (text === null) figures.unplanned++;
      else check(house, { operation, text, calls, allowed }, figures);

      calls.length = 0;
      journal.length = 0;
      const asked = { variables: deferred.variables, context: null, isWithoutRepeats: true };
      const parts = await inParts.execute(preparedInParts, asked).then(textsOf, () => null);
      if (parts === null) figures.unplanned++;
      else checkParts(house, { operation, text: JSON.stringify(mergeParts(parts)), calls, allowed }, figures);
    }
  }
}

async function textsOf(answer: AnswerInParts): Promise<string[]> {
  const texts: string[] = [];
  for await (const { json } of writeParts(answer, 'v0.2')) texts.push(json);
  return texts;
}

interface Tried {
  readonly operation: ReturnType<typeof randomOperation>;
  readonly text: string;
  readonly calls: readonly { readonly subgraph: string; readonly query: string }[];
  readonly allowed: Allowed;
}

function check(house: House, { operation, text, calls, allowed }: Tried, figures: Figures): void {
  const told = JSON.parse(text) as {
    data: unknown;
    errors?: { path: (string | number)[]; extensions: { code: string } }[];
  };
  const { answer, withheldCount } = referenceAnswer(house.world, house.monolith.schema, operation, allowed);
  const about = `house ${house.seed}: ${operation.query} ${JSON.stringify(operation.variables)}`;
  expect([about, canonical(told.data)]).toEqual([about, canonical(answer.data)]);
  const paths = new Set((told.errors ?? []).map(({ path }) => JSON.stringify(path)));
  for (const { extensions } of told.errors ?? [])
    expect([about, extensions.code]).toEqual([about, 'UNAUTHORIZED_FIELD_OR_TYPE']);
  if (paths.size < 100) {
    for (const { path } of answer.errors ?? [])
      expect([about, [...paths]]).toEqual([about, expect.arrayContaining([JSON.stringify(path)])]);
  }
  for (const call of calls) expect([about, forbiddenIn(house, call, allowed)]).toEqual([about, []]);
  figures.cases++;
  figures.calls += calls.length;
  figures.withheld += withheldCount;
}

/** Null goes no further up than its part, so answers are the same only where it stands at the field itself. */
function checkParts(house: House, { operation, text, calls, allowed }: Tried, figures: Figures): void {
  const { answer } = referenceAnswer(house.world, house.monolith.schema, operation, allowed);
  const about = `house ${house.seed}, in parts: ${operation.query} ${JSON.stringify(operation.variables)}`;
  for (const call of calls) expect([about, forbiddenIn(house, call, allowed)]).toEqual([about, []]);
  if (!(answer.errors ?? []).every(({ path = [] }) => valueAt(answer.data, path) === null)) return;
  expect([about, canonical(JSON.parse(text).data)]).toEqual([about, canonical(answer.data)]);
  figures.inParts++;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | null)?.[key],
    data,
  );
}

/** What a subgraph was asked for that the viewer may not see. By their keys entities are found, whoever asks. */
function forbiddenIn({ split, world }: House, { subgraph, query }: Tried['calls'][number], allowed: Allowed): string[] {
  return [...askedFields(split, subgraph, query)].filter((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    const types = concreteTypes(world, type);
    return !isKey(split, type, field) && !types.some((concrete) => allowed(concrete, field));
  });
}

function isKey({ subgraphs }: House['split'], _type: string, field: string): boolean {
  return subgraphs.some(({ types }) =>
    [...types.values()].some(({ keys }) =>
      keys.some(({ parts }) => JSON.stringify(parts).includes(`"field":"${field}"`)),
    ),
  );
}

function drawGrants(random: Random): Grants {
  return {
    isAuthenticated: random.chance(0.5),
    scopes: new Set(random.some(['read', 'write', 'all'], 0)),
    policies: new Set(random.some(['staff', 'owner'], 0)),
  };
}
