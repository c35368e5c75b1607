import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, item] of entries) copy[key] = reversed(item);
  return copy;
}

/** Values near each other: few keys, and scalars that look alike. */
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -0,
      1,
      '1',
      'null',
      '',
      '\u2028',
      '\ud800',
      1e21,
      Number.POSITIVE_INFINITY,
    ),
    fc.jsonValue(),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '1', '__proto__', 'constructor', '"', '\u2028'), tie('node'), {
      maxKeys: 3,
    }),
  ),
})).node;

/** Equality of JSON values as GraphQL sees it, written without any text. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)));
}

describe('canonicalJson', () => {
  it('gives equal values the same text in whatever order their keys stand', () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(canonicalJson(reversed(any))).toBe(canonicalJson(any));
      }),
    );
  });

  it('gives different values different texts', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(canonicalJson(one) === canonicalJson(other)).toBe(isSame(one, other));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['1', '"1"'],
    ['{"a":null}', '{}'],
    ['[]', '{}'],
    ['[[]]', '[]'],
    ['-0', '0'],
    ['null', '"null"'],
    ['1e400', 'null'],
    ['{"__proto__":{"a":1}}', '{}'],
    ['{"__proto__":{"a":1}}', '{"__proto__":{"a":2}}'],
    ['"\\u2028"', '"\\u2029"'],
    ['"\\ud800"', '"\\ufffd"'],
    ['"e\\u0301"', '"\\u00e9"'],
    ['{"a":{"b":1}}', '{"a.b":1}'],
    ['{"a":"b\\",\\"c\\":\\"d"}', '{"a":"b","c":"d"}'],
  ])('tells %s from %s', (one, other) => {
    expect(canonicalJson(JSON.parse(one))).not.toBe(canonicalJson(JSON.parse(other)));
  });

  it.each([
    ['1.0', '1'],
    ['"\\u0061"', '"a"'],
    ['{ "b" : 1, "a" : [ ] }', '{"a":[],"b":1}'],
  ])('holds %s and %s for the same', (one, other) => {
    expect(canonicalJson(JSON.parse(one))).toBe(canonicalJson(JSON.parse(other)));
  });

  it('does not let toJSON or a prototype speak for a value', () => {
    expect(canonicalJson({ toJSON: 'x', a: 1 })).toBe('{"a":1,"toJSON":"x"}');
    expect(canonicalJson(new Date(0))).toBeNull();
    expect(canonicalJson({ a: () => 1 })).toBeNull();
    expect(canonicalJson([1n])).toBeNull();
    // A hole is no JSON.
    expect(canonicalJson(new Array(1))).toBeNull();
  });

  it('has no text for what is nested too deep, just over the bound and far over it', () => {
    const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(canonicalJson(nested(128))).toBe('['.repeat(128) + ']'.repeat(128));
    expect(canonicalJson(nested(129))).toBeNull();
    expect(canonicalJson(nested(100_000))).toBeNull();
  });
});
