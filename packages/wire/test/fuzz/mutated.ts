import fc from 'fast-check';

/** What formats stumble over: controls, ends of sections, half letters, entities, deep nesting, numbers out of range. */
const irritants = [
  '\0',
  '\u0001',
  '\u0002',
  '\u0003',
  '\ufeff',
  '<',
  '>',
  '&',
  '&#0;',
  '&#xD800;',
  '&lol;',
  '&amp;amp;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?xml',
  '?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\u0000',
  '\\ud800',
  ',',
  ':',
  'null',
  '-1',
  '1e999',
  '99999999999999999999',
  '^',
  '=',
  '\r',
  '\n\n',
  'xml:lang="x"',
  'http://',
  '//',
  'javascript:alert(1)',
  '../../etc/passwd',
  '2026-02-31T25:61:00Z',
  '<p>',
  '</p>',
  '<br/>',
  '<b><i><u>',
  '[['.repeat(50),
  '<a>'.repeat(200),
].map((text) => new TextEncoder().encode(text));

const lone = [0x80, 0xc0, 0xff, 0xed].map((byte) => Uint8Array.of(byte));

type Change = (bytes: Uint8Array) => Uint8Array;

/** Samples with a few bits turned, pieces cut out, doubled, moved, or mixed with other samples, and irritants put in. */
export function mutated(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const sample = fc.constantFrom(...samples);
  const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const span = fc.tuple(at, fc.nat({ max: 400 }));
  const change: fc.Arbitrary<Change> = fc.oneof(
    fc.tuple(at, fc.nat({ max: 7 })).map(
      ([place, bit]): Change =>
        (bytes) =>
          flipped(bytes, place, bit),
    ),
    fc.tuple(at, fc.nat({ max: 255 })).map(
      ([place, byte]): Change =>
        (bytes) =>
          spliced(bytes, place, 1, Uint8Array.of(byte)),
    ),
    at.map(
      (place): Change =>
        (bytes) =>
          bytes.slice(0, index(bytes, place)),
    ),
    span.map(
      ([place, length]): Change =>
        (bytes) =>
          spliced(bytes, place, length, new Uint8Array()),
    ),
    fc.tuple(span, fc.integer({ min: 2, max: 20 })).map(
      ([[place, length], times]): Change =>
        (bytes) =>
          repeated(bytes, place, length, times),
    ),
    fc.tuple(at, fc.constantFrom(...irritants, ...lone)).map(
      ([place, irritant]): Change =>
        (bytes) =>
          spliced(bytes, place, 0, irritant),
    ),
    fc.tuple(at, sample, span).map(
      ([place, other, [from, length]]): Change =>
        (bytes) =>
          spliced(bytes, place, 0, other.slice(index(other, from), index(other, from) + length)),
    ),
    fc.tuple(at, sample, at).map(
      ([place, other, from]): Change =>
        (bytes) =>
          concat(bytes.slice(0, index(bytes, place)), other.slice(index(other, from))),
    ),
  );
  return fc
    .tuple(sample, fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([start, changes]) => changes.reduce((bytes, apply) => apply(bytes), start));
}

/** Bytes of no format, short ones and those that are text. */
export function arbitrary(): fc.Arbitrary<Uint8Array> {
  const soup = fc.array(fc.constantFrom(...irritants, ...lone), { maxLength: 40 }).map((parts) => concat(...parts));
  const text = fc.string({ unit: 'binary', maxLength: 200 }).map((string) => new TextEncoder().encode(string));
  return fc.oneof(fc.uint8Array({ maxLength: 400 }), soup, text);
}

function index(bytes: Uint8Array, place: number): number {
  return Math.floor(place * (bytes.length + 1));
}

function flipped(bytes: Uint8Array, place: number, bit: number): Uint8Array {
  const changed = bytes.slice();
  const at = index(bytes, place);
  if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << bit);
  return changed;
}

function spliced(bytes: Uint8Array, place: number, dropped: number, put: Uint8Array): Uint8Array {
  const at = index(bytes, place);
  return concat(bytes.slice(0, at), put, bytes.slice(at + dropped));
}

function repeated(bytes: Uint8Array, place: number, length: number, times: number): Uint8Array {
  const from = index(bytes, place);
  const piece = bytes.slice(from, from + length);
  return concat(bytes.slice(0, from), ...Array.from({ length: times }, () => piece), bytes.slice(from));
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
