import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type SectionName, sectionNames } from './sections/section-names.ts';

export interface BenchOptions {
  readonly sections: readonly SectionName[];
  /** Rows to run, by their ids; all when empty. */
  readonly rows: readonly string[];
  /** How often each row is measured; a table gives the median. */
  readonly runs: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly swaps: number;
  readonly mixedMinutes: number;
  /** Where the tables go; RESULTS.md unless this is a short or partial run. */
  readonly out: string | null;
  /** A checkout of another commit, to be measured beside this one; null: none. */
  readonly before: string | null;
}

export class OptionsFault extends Error {}

const whole = { runs: 3, seconds: 4, warmUpSeconds: 4, swaps: 200, mixedMinutes: 2 };
const quick = { runs: 1, seconds: 1, warmUpSeconds: 1, swaps: 20, mixedMinutes: 0.2 };

const flags = {
  quick: { type: 'boolean', default: false },
  sections: { type: 'string' },
  rows: { type: 'string' },
  runs: { type: 'string' },
  seconds: { type: 'string' },
  'warm-up': { type: 'string' },
  swaps: { type: 'string' },
  'mixed-minutes': { type: 'string' },
  out: { type: 'string' },
  before: { type: 'string' },
} as const;

export const usage = `npm run bench:gateway -- [flags]
  --quick              one short run of each row: to see that all works, not to be quoted; prints its tables only
  --sections a,b       only these: ${sectionNames.join(', ')}
  --rows a,b           only rows with these ids; prints the tables only
  --runs N             measured runs of each row (${whole.runs})
  --seconds N          length of a run (${whole.seconds})
  --warm-up N          length of the first warm-up of each row (${whole.warmUpSeconds})
  --swaps N            supergraph swaps of the memory section (${whole.swaps})
  --mixed-minutes N    length of the mixed load of the memory section (${whole.mixedMinutes}; the goal speaks of 60)
  --before FOLDER      measures the gateway of another checkout beside this one (section before-and-after)
  --out FILE           writes the tables there; bench/RESULTS.md by default`;

/** Throws an OptionsFault that says what is wrong. */
export function parseOptions(args: readonly string[], defaultOut: string): BenchOptions {
  const values = parseFlags(args);
  const base = values.quick ? quick : whole;
  const rows = list(values.rows);
  return {
    sections: values.sections === undefined ? sectionNames : list(values.sections).map(sectionName),
    rows,
    runs: number('--runs', values.runs, base.runs),
    seconds: number('--seconds', values.seconds, base.seconds),
    warmUpSeconds: number('--warm-up', values['warm-up'], base.warmUpSeconds),
    swaps: number('--swaps', values.swaps, base.swaps),
    mixedMinutes: number('--mixed-minutes', values['mixed-minutes'], base.mixedMinutes),
    before: values.before === undefined ? null : resolve(values.before),
    out: values.out ?? (values.quick || rows.length > 0 ? null : defaultOut),
  };
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values;
  } catch (error) {
    throw new OptionsFault(error instanceof Error ? error.message : String(error));
  }
}

const list = (text: string | undefined) => (text ?? '').split(',').filter(Boolean);

function sectionName(name: string): SectionName {
  const known = sectionNames.find((section) => section === name);
  if (!known) throw new OptionsFault(`There is no section '${name}'; there are ${sectionNames.join(', ')}.`);
  return known;
}

function number(flag: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (Number.isFinite(value) && value > 0) return value;
  throw new OptionsFault(`${flag} must be a number above 0, not '${text}'.`);
}
