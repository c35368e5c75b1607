/** What a client makes of the parts of an answer, in both formats: one answer, as if it had come at once. */

export interface MergedAnswer {
  readonly data: unknown;
  readonly errors: unknown[];
}

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

interface Part {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly pending?: readonly { readonly id: string; readonly path: Path; readonly label?: string }[];
  readonly incremental?: readonly {
    readonly id?: string;
    readonly path?: Path;
    readonly subPath?: Path;
    readonly data: Json | null;
    readonly errors?: readonly unknown[];
  }[];
  readonly completed?: readonly { readonly id: string; readonly errors?: readonly unknown[] }[];
  readonly hasNext: boolean;
}

/** Throws where parts are not in order: what was not announced, came twice, or is missing at the end. */
export function mergeParts(texts: readonly string[]): MergedAnswer {
  const parts = texts.map((text) => JSON.parse(text) as Part);
  const [first, ...rest] = parts;
  if (!first) throw new Error('There is no first part.');
  const errors: unknown[] = [...(first.errors ?? [])];
  const pending = new Map<string, Path>();
  const isAnnounced = first.pending !== undefined;
  announce(first);
  checkPlaces(first);
  for (const [index, { hasNext }] of parts.entries()) {
    if (hasNext !== index < parts.length - 1) throw new Error('hasNext does not say whether there is more.');
  }
  for (const part of rest) {
    announce(part);
    for (const { id, path, subPath = [], data, errors: own = [] } of part.incremental ?? []) {
      const start = id === undefined ? path : pending.get(id);
      if (!start) throw new Error(`A part that was not announced: ${id}`);
      errors.push(...own);
      if (data) mergeInto(at(first.data, [...start, ...subPath]), data, errors.length > 0);
    }
    checkPlaces(part);
    for (const { id, errors: own = [] } of part.completed ?? []) {
      if (!pending.delete(id)) throw new Error(`What was not pending was completed: ${id}`);
      errors.push(...own);
    }
  }
  if (isAnnounced && pending.size > 0) throw new Error(`Never completed: ${[...pending.keys()]}`);
  return { data: first.data, errors };

  /** What is announced stands in what has been given by then. */
  function checkPlaces(part: Part): void {
    for (const { path } of part.pending ?? []) at(first?.data, path);
  }

  function announce(part: Part): void {
    for (const { id, path } of part.pending ?? []) {
      if (pending.has(id)) throw new Error(`Announced twice: ${id}`);
      pending.set(id, path);
    }
  }
}

function at(data: unknown, path: Path): Json {
  let place = data;
  for (const step of path) place = (place as Json | undefined)?.[step];
  if (typeof place !== 'object' || place === null) throw new Error(`There is no object at ${path.join('.')}.`);
  return place as Json;
}

/**
 * Values that come twice must be the same; objects are made of all their parts. One part may have as null what another has:
 * what is missing in it is told with its errors.
 */
function mergeInto(into: Json, from: Json, hasErrors: boolean): void {
  for (const [key, value] of Object.entries(from)) {
    const before = into[key];
    if (Array.isArray(before) && Array.isArray(value)) into[key] = mergedLists(before, value, hasErrors);
    else if (isObject(before) && isObject(value)) mergeInto(before, value, hasErrors);
    else if (before === undefined) into[key] = value;
    else if (value === null && hasErrors) continue;
    else if (before !== value) throw new Error(`${key} came twice, as ${before} and as ${value}.`);
  }
}

function mergedLists(before: readonly unknown[], value: readonly unknown[], hasErrors: boolean): unknown[] {
  if (before.length !== value.length) throw new Error('A list came twice, with other lengths.');
  return before.map((item, index) => {
    const holder: Json = { item };
    mergeInto(holder, { item: value[index] }, hasErrors);
    return holder['item'];
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
