import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway, withoutCaches } from '../test-gateway.ts';
import { type Books, startBooks } from './books.ts';

const byWayOfDated = '{ ... on Dated { ... on Book { label { text } } } }';

describe('a valid operation that the native planner panics on', () => {
  let books: Books;
  let folder: string;
  let gateway: TestGateway;
  beforeAll(async () => {
    books = await startBooks();
    folder = mkdtempSync(join(tmpdir(), 'dateline-books-'));
    const supergraphFile = join(folder, 'books.graphql');
    writeFileSync(supergraphFile, books.supergraph);
    gateway = await startTestGateway({
      env: { ...withoutCaches, SUPERGRAPH_FILE: supergraphFile },
      settings: { subgraphs: {} },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await books.close();
    rmSync(folder, { recursive: true });
  });

  const ends = () => gateway.log.filter(({ msg }) => msg === 'a planner ended');

  it('is answered rightly, by the other planner, while others are answered too', async () => {
    const others = Array.from({ length: 20 }, (_, at) => gateway.ask(`{ b${at}: book { code year sizes } }`));
    const [panicking, ...rest] = await Promise.all([gateway.ask(`{ book ${byWayOfDated} }`), ...others]);
    expect(panicking?.text).toBe('{"data":{"book":{"label":{"text":"b1: [[1,2],[3]]"}}}}');
    expect(rest.map(({ text }) => text)).toEqual(
      rest.map((_, at) => `{"data":{"b${at}":{"code":"b1","year":1851,"sizes":[[1,2],[3]]}}}`),
    );
  });

  it('is answered so when it is a mutation', async () => {
    const answer = await gateway.ask(`mutation { reprint ${byWayOfDated} }`);
    expect(answer.text).toBe('{"data":{"reprint":{"label":{"text":"b2: [[4]]"}}}}');
  });

  it('ends the process that plans, and the log says where', () => {
    // A planner that knows better has no end to tell of: then this graph shows nothing, and another one is to be found.
    expect(ends()).toContainEqual(
      expect.objectContaining({ signal: 'SIGABRT', said: expect.stringMatching(/panicked at .*\.rs/) }),
    );
  });

  it('is not planned there again', async () => {
    const before = ends().length;
    // Another text of the same operation: it is compiled anew.
    for (let spaces = 1; spaces <= 3; spaces++) {
      expect((await gateway.ask(`{${' '.repeat(spaces + 1)}book ${byWayOfDated} }`)).status).toBe(200);
    }
    expect(ends().length).toBe(before);
  });
});
