import { readdirSync, readFileSync } from 'node:fs';
import type { WireFormatName } from '../../src/wire-format.ts';
import { advisory, firstLead, german, germanKill, kill, match, secondTake, table } from '../anpa-samples.ts';
import { arabicPage, englishPage, hebrewPage } from '../pages.ts';

/** What a format's mutations start from. A format that is not named here is fuzzed from all samples there are. */
export type FuzzSamples = Partial<Record<WireFormatName, readonly Uint8Array[]>>;

/** The formats with the samples whose names begin with one of these; each parser is put here by one line. */
const beginnings: Partial<Record<WireFormatName, readonly string[]>> = {
  ninjs: ['ninjs-'],
  'ap-media': ['ap-media'],
  feed: ['rss-', 'atom', 'feed-'],
  'newsml-g2': ['g2-', 'newsml-g2'],
  'newsml-1': ['newsml-1'],
  nitf: ['nitf'],
  wxr: ['wxr', 'wordpress'],
  'html-page': ['article', 'page'],
};

const folder = new URL('../samples/', import.meta.url);

export function fuzzSamples(): FuzzSamples {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const ofFormat = Object.entries(beginnings).map(([format, starts]) => {
    const names = files.map(({ name }) => name).filter((name) => starts.some((start) => name.startsWith(start)));
    return [format, names.map((name) => new Uint8Array(readFileSync(new URL(name, folder))))] as const;
  });
  return {
    ...Object.fromEntries(ofFormat.filter(([, samples]) => samples.length > 0)),
    anpa: [match, firstLead, kill, advisory, table, german, germanKill, match + firstLead + secondTake].map(bytes),
    'page-text': [englishPage, hebrewPage, arabicPage].map(bytes),
  };
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
