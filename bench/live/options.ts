import { parseArgs } from 'node:util';

export interface LiveOptions {
  readonly connections: number;
  readonly events: number;
  readonly idleSeconds: number;
  /** How often each row is measured, in turns. */
  readonly runs: number;
  /** Rows by their ids; all when empty. */
  readonly rows: readonly string[];
  /** Where the table goes; null prints it only. */
  readonly out: string | null;
}

export class OptionsFault extends Error {}

const whole = { connections: 10_000, events: 5, idleSeconds: 30, runs: 2 };
const quick = { connections: 500, events: 2, idleSeconds: 2, runs: 1 };

export const usage = `npm run bench:live -- [flags]
  --quick            few subscribers for a short time: to see that all works; prints its table only
  --connections N    subscribers of each row (${whole.connections})
  --events N         events told to all of them (${whole.events})
  --idle-seconds N   how long nothing happens first (${whole.idleSeconds})
  --runs N           runs of each row (${whole.runs})
  --rows a,b         only rows with these ids: floor, ours-sse, ours-websocket, ours-sse-wide; prints its table only
  --out FILE         writes the table there; bench/RESULTS.md by default`;

const flags = {
  quick: { type: 'boolean', default: false },
  connections: { type: 'string' },
  events: { type: 'string' },
  'idle-seconds': { type: 'string' },
  runs: { type: 'string' },
  rows: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Throws an OptionsFault that says what is wrong. */
export function parseOptions(args: readonly string[], defaultOut: string): LiveOptions {
  const values = parseFlags(args);
  const base = values.quick ? quick : whole;
  const rows = (values.rows ?? '').split(',').filter(Boolean);
  return {
    connections: count('--connections', values.connections, base.connections),
    events: count('--events', values.events, base.events),
    idleSeconds: count('--idle-seconds', values['idle-seconds'], base.idleSeconds),
    runs: count('--runs', values.runs, base.runs),
    rows,
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

function count(flag: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new OptionsFault(`${flag} is to be a whole number above 0.`);
}
