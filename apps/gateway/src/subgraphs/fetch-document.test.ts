import { describe, expect, it } from 'vitest';
import { maxKeptCharacters, parseFetch } from './fetch-document.ts';

const longFetch = (name: string) => `query ${name} { ${'article { headline } '.repeat(2_000)} }`;

describe('parseFetch', () => {
  it('parses a text once', () => {
    expect(parseFetch('{ articles { nodes { id } } }')).toBe(parseFetch('{ articles { nodes { id } } }'));
  });

  it('keeps no more than so many characters, however few the texts are', () => {
    const first = parseFetch(longFetch('First'));
    const others = Math.ceil(maxKeptCharacters / longFetch('First').length);
    for (let other = 0; other < others; other++) parseFetch(longFetch(`Other${other}`));
    expect(parseFetch(longFetch('First'))).not.toBe(first);
  });

  it('keeps nothing of where a node stood in its text', () => {
    expect(parseFetch('{ article { id } }').operation.loc).toBeUndefined();
  });
});
