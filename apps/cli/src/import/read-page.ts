import type { NewsItem } from '@dateline/wire/news-item';
import { type MissingPart, type PageTextOptions, parsePageText } from '@dateline/wire/parse.page-text';
import { InputFault } from '../faults.ts';
import { readBytes } from '../read-bytes.ts';

/** No news page is longer; a larger file is something else, and is not even read. */
export const maxPageBytes = 1024 * 1024;

/** Reads one page text dump. Throws an InputFault that says what is wrong with the file. */
export async function readPage(file: string, options: PageTextOptions): Promise<NewsItem> {
  const result = parsePageText(await readText(file), options);
  if (result.ok) return result.item;
  throw new InputFault(`is no page dump: ${missingWords(result.missing)}`);
}

function missingWords(missing: readonly MissingPart[]): string {
  const names = missing.map(({ part }) => `the ${part}`);
  const reasons = missing.flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  const verb = names.length === 1 ? 'is' : 'are';
  return `${new Intl.ListFormat('en').format(names)} ${verb} missing${reasons.map((reason) => ` (${reason})`).join('')}`;
}

async function readText(file: string): Promise<string> {
  const bytes = await readBytes(file, maxPageBytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFault('is no page dump: it is not UTF-8 text');
  }
}
