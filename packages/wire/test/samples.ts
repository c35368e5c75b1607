import { existsSync, readFileSync } from 'node:fs';
import type { NewsItem } from '../src/news-item.ts';
import type { ParsedItem } from '../src/parsed-item.ts';

/** A sample of ours, written for these tests. */
export function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

/** A real file beside the project; undefined, with a printed line, where it is missing. */
export function sharedSample(path: string): string | undefined {
  const file = new URL(`../../../../shared/samples/${path}`, import.meta.url);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  process.stdout.write(`skipped: ../shared/samples/${path} is not here\n`);
  return undefined;
}

export function itemsOf(parsed: Iterable<ParsedItem>): NewsItem[] {
  return [...parsed].flatMap((one) => (one.ok ? [one.item] : []));
}

export function reasonsOf(parsed: Iterable<ParsedItem>): string[] {
  return [...parsed].flatMap((one) => (one.ok ? [] : [`${one.place}: ${one.reason}`]));
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
