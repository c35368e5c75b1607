import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { NewsItem } from '../src/news-item.ts';
import type { ParsedItem } from '../src/parsed-item.ts';

/** A file that was written for these tests. */
export function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

const shared = new URL('../../../../shared/samples/', import.meta.url);

/** Real files beside the project: their names, or none with a printed line where they are missing. */
export function realFiles(folder: string): string[] {
  const there = new URL(`${folder}/`, shared);
  if (existsSync(there)) return readdirSync(there).sort();
  process.stdout.write(`skipped: the real files of ${folder} are not here (../shared/samples beside the project)\n`);
  return [];
}

export function realFile(folder: string, name: string): Buffer {
  return readFileSync(new URL(`${folder}/${name}`, shared));
}

/** The items of a parse in which nothing failed. */
export function itemsOf(parsed: Iterable<ParsedItem>): NewsItem[] {
  return [...parsed].map((result) => {
    if (!result.ok) throw new Error(`${result.place}: ${result.reason}`);
    return result.item;
  });
}

export function onlyItem(parsed: Iterable<ParsedItem>): NewsItem {
  const [item, second] = itemsOf(parsed);
  if (!item || second) throw new Error('not one item');
  return item;
}

/** The places and reasons of what could not be taken. */
export function reasonsOf(parsed: Iterable<ParsedItem>): string[] {
  return [...parsed].flatMap((result) => (result.ok ? [] : [`${result.place} ${result.reason}`]));
}
