import { parseArgs } from 'node:util';

export const sectionNames = ['article', 'lists', 'search', 'changes', 'import'] as const;
export type SectionName = (typeof sectionNames)[number];

export interface ArticlesOptions {
  /** Articles in the corpus. */
  readonly articles: number;
  /** How often each row is measured, in turns with the others. */
  readonly runs: number;
  readonly sections: readonly SectionName[];
  /** Where the tables go; null prints them only. */
  readonly out: string | null;
}

export class OptionsFault extends Error {}

export const usage = `npm run bench:articles -- [flags]
  --quick            5,000 articles, one run: to see that all works; prints its tables only
  --articles N       articles in the corpus (100000)
  --runs N           runs of each row, in turns (3)
  --sections a,b     only ${sectionNames.join(', ')}
  --out FILE         writes the tables there; bench/RESULTS.md by default`;

const flags = {
  quick: { type: 'boolean', default: false },
  articles: { type: 'string' },
  runs: { type: 'string' },
  sections: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Throws an OptionsFault that says what is wrong. */
export function parseOptions(args: readonly string[], defaultOut: string): ArticlesOptions {
  const values = parseFlags(args);
  return {
    articles: count('--articles', values.articles, values.quick ? 5_000 : 100_000),
    runs: count('--runs', values.runs, values.quick ? 1 : 3),
    sections: sectionsOf(values.sections),
    out: values.out ?? (values.quick ? null : defaultOut),
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (error) {
    throw new OptionsFault(error instanceof Error ? error.message : String(error));
  }
}

function sectionsOf(text: string | undefined): readonly SectionName[] {
  if (text === undefined) return sectionNames;
  const wanted = text.split(',').filter(Boolean);
  const known = sectionNames.filter((name) => wanted.includes(name));
  if (known.length === wanted.length) return known;
  throw new OptionsFault(`--sections takes some of ${sectionNames.join(', ')}.`);
}

function count(flag: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new OptionsFault(`${flag} is to be a whole number above 0.`);
}
