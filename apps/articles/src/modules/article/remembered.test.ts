import { describe, expect, it } from 'vitest';
import { remembered } from './remembered.ts';

describe('what is remembered', () => {
  it('is made once for the same words, and again for others', () => {
    let made = 0;
    const sum = remembered((a: string, b: string) => {
      made += 1;
      return `${a} ${b}`;
    });
    expect([sum('a', 'b'), sum('a', 'b'), sum('ab', ''), sum('a', 'b')]).toEqual(['a b', 'a b', 'ab ', 'a b']);
    expect(made).toBe(2);
  });

  it('is bounded: of more words than are held the first are made again', () => {
    let made = 0;
    const twice = remembered((word: string) => {
      made += 1;
      return word;
    });
    for (let index = 0; index < 500; index += 1) twice(String(index));
    twice('0');
    expect(made).toBe(500);
    twice('one more');
    twice('1');
    expect(made).toBe(501);
    twice('0');
    expect(made).toBe(502);
  });

  it('is nothing where making it throws', () => {
    const zone = remembered((timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }));
    expect(() => zone('Nowhere/Land')).toThrow(RangeError);
    expect(() => zone('Nowhere/Land')).toThrow(RangeError);
  });
});
