import { describe, expect, it } from 'vitest';
import { named } from './sql-comment.ts';
import { isUuid, uuidv7 } from './uuidv7.ts';

describe("a statement's name", () => {
  it('cannot end its comment', () => {
    expect(() => named('articles */ drop table')).toThrow(/letters, digits/);
  });
});

describe('uuidv7', () => {
  it('sorts by its time, and is of version 7', () => {
    const ids = [1, 2, 3, 1_800_000_000_000].map((now) => uuidv7(now));
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is told from what is no UUID', () => {
    expect(isUuid(uuidv7())).toBe(true);
    expect(isUuid("' or 1=1")).toBe(false);
  });
});
