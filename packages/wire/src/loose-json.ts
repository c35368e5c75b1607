import { cleanLine, cleanText } from './clean-text.ts';

/** An object of somebody else's JSON. Its keys go by lower case: ninjs wrote 'pubstatus' before it wrote 'pubStatus'. */
export type Fields = ReadonlyMap<string, unknown>;

const noFields: Fields = new Map();

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  if (!isObject(value)) return noFields;
  const fields = new Map<string, unknown>();
  for (const [key, field] of Object.entries(value)) {
    const name = key.toLowerCase();
    if (!fields.has(name)) fields.set(name, field);
  }
  return fields;
}

/** The first of these fields that holds text or a number, on one line. */
export function lineOf(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const line = scalarText(fields.get(name), cleanLine);
    if (line) return line;
  }
  return undefined;
}

/** The first of these fields that holds text, its lines kept. */
export function blockOf(fields: Fields, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const block = scalarText(fields.get(name), (text) => cleanText(text).trim() || undefined);
    if (block) return block;
  }
  return undefined;
}

/** The members of a list, or the one value that stands where a list was meant. */
export function listOf(fields: Fields, ...names: readonly string[]): readonly unknown[] {
  for (const name of names) {
    const value = fields.get(name);
    if (Array.isArray(value)) return value;
    if (value !== undefined && value !== null && value !== '') return [value];
  }
  return [];
}

/** Lines of a list of strings, or of one string; the names of a list of objects. */
export function linesOf(fields: Fields, ...names: readonly string[]): string[] {
  return listOf(fields, ...names).flatMap((value) => {
    const line = isObject(value) ? lineOf(fieldsOf(value), 'name', 'value', 'title', 'literal', 'code') : asLine(value);
    return line ? [line] : [];
  });
}

/** Text or a number on one line; undefined for anything else. */
export function asLine(value: unknown): string | undefined {
  return scalarText(value, cleanLine);
}

/** A whole number above nothing: a width. */
export function positiveIntOf(fields: Fields, name: string): number | undefined {
  const number = Number(asLine(fields.get(name)) ?? Number.NaN);
  return Number.isSafeInteger(Math.round(number)) && number >= 1 ? Math.round(number) : undefined;
}

function scalarText(value: unknown, clean: (text: string) => string | undefined): string | undefined {
  if (typeof value === 'string') return clean(value);
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}
