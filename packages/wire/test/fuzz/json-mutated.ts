import fc from 'fast-check';

/** Values that stand where nobody thought of them. */
const oddities: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  4.5,
  '',
  ' ',
  '\0',
  '\ud800',
  'x'.repeat(3_000),
  '2026-02-31',
  '9'.repeat(30),
  '<p>',
  '&#0;',
  'http://',
  'javascript:alert(1)',
  'medtop:20000010',
  'cancelled',
  [],
  {},
  [[]],
  [null],
  [{}],
  { name: null },
  { value: 7 },
  { role: 'main', value: [] },
  { href: 'x' },
  { __proto__: null, constructor: 'x' },
];

type Path = readonly (string | number)[];

/**
 * JSON samples that stay JSON, with some values put elsewhere, replaced by odd ones, or left out: what bytes alone hardly
 * ever reach behind a parser of JSON. None where no sample is JSON.
 */
export function jsonMutated(samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array>[] {
  const texts = samples.map((bytes) => new TextDecoder().decode(bytes)).filter(isJson);
  if (texts.length === 0) return [];
  const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const value = fc.oneof(
    fc.constantFrom(...oddities),
    place.map((from) => ({ from })),
    fc.constant({ drop: true }),
  );
  const changes = fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 8 });
  const mutated = fc.tuple(fc.constantFrom(...texts), changes).map(([text, made]) => {
    const root: { whole: unknown } = { whole: JSON.parse(text) };
    for (const [at, change] of made) apply(root, at, change);
    return new TextEncoder().encode(JSON.stringify(root.whole) ?? 'null');
  });
  return [mutated];
}

function apply(root: { whole: unknown }, at: number, change: unknown): void {
  const paths = pathsOf(root, []).slice(1);
  const path = paths[Math.floor(at * paths.length)];
  const name = path?.at(-1);
  const holder = path && (valueAt(root, path.slice(0, -1)) as Record<string | number, unknown> | undefined);
  if (!path || name === undefined || typeof holder !== 'object') return;
  if (isMarked(change, 'drop')) delete holder[name];
  else if (isMarked(change, 'from'))
    holder[name] = structuredClone(valueAt(root, paths[Math.floor(Number(change['from']) * paths.length)] ?? []));
  // A copy: a later change of this input must not reach the odd values of the next, nor put one into itself.
  else holder[name] = structuredClone(change);
}

function isMarked(change: unknown, mark: string): change is Record<string, unknown> {
  return typeof change === 'object' && change !== null && Object.hasOwn(change, mark);
}

function pathsOf(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, member]) => pathsOf(member, [...path, name]))];
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string | number, unknown> | undefined)?.[name], root);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
