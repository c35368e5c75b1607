import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CataloguedError } from './catalogued-error.ts';
import { type PageArguments, parsePage, toConnection } from './connection.ts';

const bounds = { order: 'NUMBER', keyset: z.tuple([z.int()]) };
const rows = Array.from({ length: 25 }, (_, number) => number);

/** What a store does: rows beyond the keyset, in the page's direction, one more than asked for. */
function fetchPage(args: PageArguments) {
  const page = parsePage(args, bounds);
  const directed = page.backward ? rows.toReversed() : rows;
  const from = page.keyset === null ? 0 : directed.indexOf(Number(page.keyset[0])) + 1;
  return toConnection(directed.slice(from, from + page.limit + 1), page, (row) => [row]);
}

describe('paging', () => {
  it('gives every row once, in order, forwards and backwards, for any page size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (size) => {
        expect(walk(size, 'first', 'after', 'endCursor', 'hasNextPage')).toEqual(rows);
        expect(walk(size, 'last', 'before', 'startCursor', 'hasPreviousPage')).toEqual(rows);
      }),
    );
  });

  it.each([
    [{ first: 100 }, true],
    [{ first: 101 }, false],
    [{ first: 0 }, false],
    [{ first: -1 }, false],
    [{ last: 100 }, true],
    [{ last: 101 }, false],
    [{ first: 1, last: 1 }, false],
  ])('takes %j: %s', (args, taken) => {
    if (taken) expect(() => parsePage(args, bounds)).not.toThrow();
    else expect(() => parsePage(args, bounds)).toThrow(CataloguedError);
  });

  it('refuses any cursor that it did not make', () => {
    fc.assert(
      fc.property(fc.string(), (after) => {
        expect(() => parsePage({ after }, bounds)).toThrow(CataloguedError);
      }),
    );
    const ofAnotherOrder = fetchPage({ first: 1 }).pageInfo.endCursor;
    expect(() => parsePage({ after: ofAnotherOrder }, { ...bounds, order: 'OTHER' })).toThrow(
      /not a cursor of this list/,
    );
  });
});

function walk(
  size: number,
  sizeName: 'first' | 'last',
  cursorName: 'after' | 'before',
  end: 'endCursor' | 'startCursor',
  more: 'hasNextPage' | 'hasPreviousPage',
): number[] {
  const pages: (readonly number[])[] = [];
  let cursor: string | null = null;
  for (;;) {
    const { nodes, pageInfo }: ReturnType<typeof fetchPage> = fetchPage({ [sizeName]: size, [cursorName]: cursor });
    pages.push(nodes);
    if (!pageInfo[more]) break;
    cursor = pageInfo[end];
  }
  return (sizeName === 'first' ? pages : pages.toReversed()).flat();
}
