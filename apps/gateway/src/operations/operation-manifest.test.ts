import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ManifestError, readOperationManifest } from './operation-manifest.ts';

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

describe('a manifest of operations', () => {
  it("is read as Apollo's tools write it, with names or without", () => {
    const operations = [
      { id: 'x', name: 'A', type: 'query', body: 'query A { a }' },
      { id: 'y', body: '{ a }' },
      { id: 'z', name: null, body: '{ b }' },
    ];
    expect(readOperationManifest(fileOf(manifest(operations)))).toEqual([
      { query: 'query A { a }', operationName: 'A' },
      { query: '{ a }', operationName: null },
      { query: '{ b }', operationName: null },
    ]);
  });

  it('may have 10,000 operations and not one more', () => {
    const many = (count: number) => manifest(Array(count).fill({ body: '{ a }' }));
    expect(readOperationManifest(fileOf(many(10_000)))).toHaveLength(10_000);
    expect(() => readOperationManifest(fileOf(many(10_001)))).toThrow(ManifestError);
  });

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['another format', manifest([], { format: 'relay' })],
    ['another version', manifest([], { version: 2 })],
    ['operations without a body', manifest([{ id: 'x' }])],
    ['an empty body', manifest([{ body: '' }])],
    ['a list', []],
    ['null', null],
  ])('that is %s is refused, and the file is named', (_name, content) => {
    const file = fileOf(content);
    expect(() => readOperationManifest(file)).toThrow(ManifestError);
    expect(() => readOperationManifest(file)).toThrow(file);
  });

  it('that is not there is refused, and the file is named', () => {
    expect(() => readOperationManifest(join(folder, 'nope.json'))).toThrow(/nope\.json.*ENOENT/);
  });
});
