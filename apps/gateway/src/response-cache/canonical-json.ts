/** Deeper than the front door lets JSON be; a bound all the same, because the walk is recursive. */
const maxDepth = 128;

/**
 * One text for each JSON value: equal values give equal texts in whatever order their keys stood, and different values
 * different texts. A property that is `undefined` counts as absent. Null when the value is no JSON, or too deep: such
 * a value has no text that is sure to be its own.
 *
 * It tells apart what `JSON.stringify` would not: 0 and -0, and null and a number that was too large (1e400).
 */
export function canonicalJson(value: unknown): string | null {
  return textOf(value, 0);
}

function textOf(value: unknown, depth: number): string | null {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= maxDepth) return null;
      if (Array.isArray(value)) return listText(value, depth + 1);
      return isPlain(value) ? objectText(value, depth + 1) : null;
    default:
      return null;
  }
}

function listText(items: readonly unknown[], depth: number): string | null {
  let text = '[';
  // By index: a hole is met too, and has no text.
  for (let index = 0; index < items.length; index++) {
    const item = textOf(items[index], depth);
    if (item === null) return null;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function objectText(object: Readonly<Record<string, unknown>>, depth: number): string | null {
  let text = '{';
  // By code unit, the same on every machine. Only own keys: `__proto__` is one of them when JSON brought it.
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    if (value === undefined) continue;
    const part = textOf(value, depth);
    if (part === null) return null;
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(key)}:${part}`;
  }
  return `${text}}`;
}

function isPlain(value: object): value is Record<string, unknown> {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
