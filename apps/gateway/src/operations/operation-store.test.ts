import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { PreparedOperation } from '../engine/engine.ts';
import { type LimitSettings, limitSettings } from '../limits/limit-settings.ts';
import { createOperationStore } from './operation-store.ts';

const schema = buildSchema('type Query { a: Int }');
const limits = Object.fromEntries(
  Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
) as LimitSettings;

function prepared(query: string, name?: string): PreparedOperation {
  const definition = parse(query).definitions.find(
    (one) => one.kind === 'OperationDefinition' && (name === undefined || one.name?.value === name),
  );
  if (definition?.kind !== 'OperationDefinition') throw new Error('No operation.');
  return {
    id: 0,
    selections: 1,
    definition,
    operation: { definition, fragments: new Map() },
    conditions: [],
    freeNames: new Map(),
    requirements: [],
  };
}
const storeOf = (maxCharacters = 10_000) => createOperationStore({ schema, limits, maxCharacters });
const document = (length: number, at: number) => `{ a${at}: a #${'x'.repeat(length)}\n}`;

describe('the store of operations', () => {
  it('finds a document by its text and its name', () => {
    const store = storeOf();
    const both = 'query A { a } query B { a }';
    store.keep(prepared(both, 'A'), { query: both, operationName: 'A' });
    store.keep(prepared(both, 'B'), { query: both, operationName: 'B' });
    const nameOf = (found: ReturnType<typeof store.find>) => found?.prepared.definition.name?.value;
    expect(nameOf(store.find({ query: both, operationName: 'A' }))).toBe('A');
    expect(nameOf(store.find({ query: both, operationName: 'B' }))).toBe('B');
    expect(store.find({ query: both })).toBeUndefined();
    expect(store.find({})).toBeUndefined();
    expect(store.find({ query: '' })).toBeUndefined();
  });

  it('takes no name for a part of the text', () => {
    const store = storeOf();
    const query = '{ a }';
    store.keep(prepared(query), { query, operationName: null });
    for (const text of ['\n{ a }', ' { a }', '{ a }\n']) expect(store.find({ query: text })).toBeUndefined();
    expect(store.find({ query, operationName: '\n' })).toBeUndefined();
  });

  it('is bounded by the characters of its documents: the one used longest ago goes', () => {
    const store = storeOf(1_000);
    const documents = [0, 1, 2, 3].map((at) => document(310, at));
    for (const query of documents) store.keep(prepared(query), { query, operationName: null });
    expect(documents.map((query) => store.find({ query }) !== undefined)).toEqual([false, true, true, true]);
  });

  it('keeps none that is longer than all of it', () => {
    const store = storeOf(100);
    const query = document(101, 0);
    store.keep(prepared(query), { query, operationName: null });
    expect([store.find({ query }), store.all()]).toEqual([undefined, []]);
  });

  it('names each document once, those used last first, whatever comments they have', () => {
    const store = storeOf();
    const queries = ['{ a }', '#sha256\n{ a }', 'query N { a }'];
    for (const query of queries) store.keep(prepared(query), { query, operationName: null });
    store.keep(prepared('query N { a }'), { query: 'query N { a }', operationName: 'N' });
    store.find({ query: '{ a }' });
    expect(store.all()).toEqual([
      { query: '{ a }', operationName: null },
      { query: 'query N { a }', operationName: 'N' },
      { query: '#sha256\n{ a }', operationName: null },
    ]);
  });
});
