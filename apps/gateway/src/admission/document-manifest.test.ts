import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ManifestError, readDocumentManifest } from './document-manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: unknown): string {
  const file = join(folder, 'manifest.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const manifest = (operations: unknown, more = {}) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations,
  ...more,
});
const idOf = (text: string) => `sha256:${hash('sha256', text)}`;

describe('a manifest of documents', () => {
  it("is read as Apollo's tools write it, with names or without", () => {
    const operations = [
      { id: 'x', name: 'A', type: 'query', body: 'query A { a }' },
      { id: 'y', body: '{ a }' },
      { name: null, body: '{ b }' },
    ];
    expect(readDocumentManifest(fileOf(manifest(operations)))).toEqual([
      { id: 'x', query: 'query A { a }', operationName: 'A' },
      { id: 'y', query: '{ a }', operationName: null },
      { id: idOf('{ b }'), query: '{ b }', operationName: null },
    ]);
  });

  it("is read as Relay's compiler and graphql-codegen write it: texts by their names", () => {
    const content = { '6f3e0cbe2ba1a3a41d8a1a1e8d6c3a40': '{ a }', [idOf('{ b }')]: '{ b }' };
    expect(readDocumentManifest(fileOf(content))).toEqual([
      { id: '6f3e0cbe2ba1a3a41d8a1a1e8d6c3a40', query: '{ a }', operationName: null },
      { id: idOf('{ b }'), query: '{ b }', operationName: null },
    ]);
    expect(readDocumentManifest(fileOf({}))).toEqual([]);
  });

  it('may have 10,000 documents and not one more', () => {
    const many = (count: number) => manifest(Array(count).fill({ body: '{ a }' }));
    const plain = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`d${at}`, '{ a }']));
    for (const content of [many, plain]) {
      expect(readDocumentManifest(fileOf(content(10_000)))).toHaveLength(10_000);
      expect(() => readDocumentManifest(fileOf(content(10_001)))).toThrow(ManifestError);
    }
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['another format', manifest([], { format: 'relay' })],
    ['another version', manifest([], { version: 2 })],
    ['operations without a body', manifest([{ id: 'x' }])],
    ['an empty body', manifest([{ body: '' }])],
    ['an id that is none', manifest([{ id: 'a b', body: '{ a }' }])],
    ['a hash that is not the text’s', manifest([{ id: idOf('{ b }'), body: '{ a }' }])],
    ['a plain one with a hash that is not the text’s', { [idOf('{ b }')]: '{ a }' }],
    ['a list', []],
    ['a list of documents', [{ id: 'x', body: '{ a }' }]],
    ['null', null],
  ])('that is %s is refused, and the file is named', (_name, content) => {
    const file = fileOf(content);
    expect(() => readDocumentManifest(file)).toThrow(ManifestError);
    expect(() => readDocumentManifest(file)).toThrow(file);
  });

  it('that is not there is refused, and the file is named', () => {
    expect(() => readDocumentManifest(join(folder, 'nope.json'))).toThrow(/nope\.json.*ENOENT/);
  });
});
