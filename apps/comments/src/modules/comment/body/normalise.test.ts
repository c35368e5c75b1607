import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSomethingToSee, lengthOf, normaliseText } from './normalise.ts';

describe('normaliseText', () => {
  it('composes letters, so that one word has one form', () => {
    expect(normaliseText('cafe\u0301')).toBe('caf\u00e9');
  });

  it('knows one line break, one empty line between paragraphs, and no space at the ends', () => {
    expect(normaliseText('\r\n  One \t\r\nline\r\r\n\n\u2029two\n ')).toBe('One\nline\n\ntwo');
  });

  it('takes out controls and bidi overrides, and keeps marks and joiners that writers need', () => {
    expect(normaliseText('a\u0000b\u0007c\u009f')).toBe('abc');
    expect(normaliseText('pay \u202e001\u202c now \u2066x\u2069')).toBe('pay 001 now x');
    expect(normaliseText('שלום\u200f! 👩\u200d💻 می\u200cخواهم')).toBe('שלום\u200f! 👩\u200d💻 می\u200cخواهم');
  });

  it('mends half of a surrogate pair, which Postgres would not take', () => {
    expect(normaliseText('a\ud83d')).toBe('a\ufffd');
  });

  it('done twice is done once, and never lets through what it forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const text = normaliseText(typed);
        expect(normaliseText(text)).toBe(text);
        expect(text).not.toMatch(/[\r\u202a-\u202e\u2066-\u2069]|\n{3}/);
        expect(text).not.toContain('\0');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text', () => {
  it('is as long as its code points', () => {
    expect(lengthOf('añ😀')).toBe(3);
  });

  it.each(['a', '.', '😀', '5', 'א', '\u200d👍'])('%j is something to see', (text) => {
    expect(hasSomethingToSee(text)).toBe(true);
  });

  it.each(['', ' ', '\u00a0', '\u200b', '\u200e\u200f', '\u2800', '\u3164', '\ufe0f', '\u0301'])(
    '%j is nothing',
    (text) => {
      expect(hasSomethingToSee(text)).toBe(false);
    },
  );
});
