// `npm run laws [name of a test file]`: the property tests of articles and of the wire formats, long, on a Postgres of their own.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './house.ts';
import { runVisibly } from './run-visibly.ts';
import { stopSignal } from './stop-signal.ts';
import { startTestPostgres } from './test-postgres.ts';

const signal = stopSignal();
/** Long runs of one test take minutes. */
const patience = '--testTimeout=1800000';

/** The test files of a package that know a long run, those with one of `wanted` in their path. The fuzz has a command of its own. */
function filesOf(folder: string, wanted: readonly string[]): string[] {
  return globSync('{src,test}/**/*.test.ts', { cwd: folder })
    .filter((file) => readFileSync(join(folder, file), 'utf8').includes("process.env['LONG']"))
    .filter((file) => !file.endsWith('fuzz.test.ts'))
    .filter((file) => wanted.length === 0 || wanted.some((name) => file.includes(name)))
    .toSorted();
}

async function run(): Promise<number> {
  await using postgres = await startTestPostgres();
  let wentWell = true;
  for (const name of ['packages/wire', 'apps/articles']) {
    const folder = join(projectFolder, name);
    const files = filesOf(folder, process.argv.slice(2));
    if (files.length === 0) continue;
    const inPackage = await runVisibly({
      command: 'pnpm',
      args: ['--dir', folder, 'exec', 'vitest', 'run', ...files, patience],
      environment: { ...process.env, NODE_ENV: undefined, TEST_DATABASE_URL: postgres.url },
      signal,
    });
    wentWell &&= inPackage;
  }
  return wentWell ? 0 : 1;
}

try {
  process.exit(await run());
} catch (error) {
  console.error(signal.aborted ? 'Stopped.' : error);
  process.exit(1);
}
