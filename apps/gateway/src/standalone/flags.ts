import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export interface Flags {
  readonly supergraphFile: string;
  /** 0 asks for a free one. */
  readonly port: number;
  readonly configFile: string | null;
  /** Processes on the one port. */
  readonly workers: number;
}

export const usage = `Usage: npm run gateway -- --supergraph FILE [--port N] [--config FILE]

  --supergraph FILE  the composed supergraph of Federation 2
  --port N           the port to listen on; 4000 by default, 0 for any free one
  --workers N        processes on the one port, one for each core that it may have; 1 by default
  --config FILE      settings in JSON; apps/gateway/README.md lists them`;

const defaultPort = 4000;
const options = {
  supergraph: { type: 'string' },
  port: { type: 'string' },
  config: { type: 'string' },
  workers: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Null: somebody has asked how it is used. Throws a UsageError. */
export function readFlags(args: readonly string[]): Flags | null {
  const { supergraph, port, config, workers, help } = parse(args);
  if (help) return null;
  if (!supergraph) throw new UsageError(`Say which supergraph: --supergraph FILE is missing.\n\n${usage}`);
  return {
    supergraphFile: supergraph,
    port: readPort(port),
    configFile: config ?? null,
    workers: readWorkers(workers),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Node's own words name the flag; what follows them is advice for another case.
    const [what] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${what}.\n\n${usage}`);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port: give a number from 0 to 65535.`);
}

const maxWorkers = 128;

function readWorkers(text: string | undefined): number {
  if (text === undefined) return 1;
  const workers = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (workers >= 1 && workers <= maxWorkers) return workers;
  throw new UsageError(`--workers ${text} cannot be: give a number from 1 to ${maxWorkers}.`);
}
