// `npm run faults [name of a test file]`: the battery of faults and attacks against the gateway, long, and its figures as one
// table.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FaultFigure, faultTable } from './fault-table.ts';
import { projectFolder } from './house.ts';
import { runVisibly } from './run-visibly.ts';
import { stopSignal } from './stop-signal.ts';
import { startTestPostgres } from './test-postgres.ts';

const signal = stopSignal();

async function run(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-faults-'));
  const figuresFile = join(folder, 'figures.jsonl');
  const wanted = process.argv.slice(2);
  await using postgres = await startTestPostgres();
  try {
    const wentWell = await runVisibly({
      command: 'pnpm',
      args: ['--dir', join(projectFolder, 'apps/gateway'), 'exec', 'vitest', 'run', ...filesOf(wanted), ...patience],
      environment: {
        ...process.env,
        NODE_ENV: undefined,
        TEST_DATABASE_URL: postgres.url,
        FAULT_FIGURES: figuresFile,
      },
      signal,
    });
    console.log(`\n${faultTable(readFigures(figuresFile))}`);
    return wentWell ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A long run of one test may take minutes. */
const patience = ['--testTimeout=900000'];

const filesOf = (wanted: readonly string[]): readonly string[] =>
  wanted.length > 0 ? [...wanted] : ['test/faults', 'test/attacks'];

/** None when not one test came as far as a figure. */
function readFigures(file: string): readonly FaultFigure[] {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => JSON.parse(line) as FaultFigure);
  } catch {
    return [];
  }
}

try {
  process.exit(await run());
} catch (error) {
  console.error(signal.aborted ? 'Stopped.' : error);
  process.exit(1);
}
