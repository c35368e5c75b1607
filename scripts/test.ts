// `npm test`: types, lint, the house's own checks and all tests, on a Postgres of its own. `.ci/run` calls it too.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, quiet } from './house.ts';
import { failureList, resultTable, totalLine } from './report.ts';
import { runVisibly } from './run-visibly.ts';
import { sharedInputHash } from './shared-input.ts';
import { stopSignal } from './stop-signal.ts';
import { startTestPostgres } from './test-postgres.ts';
import { listTestedPackages, type PackageResult, readResult, removeOldResults } from './test-results.ts';
import { turboFlags, turboProgram } from './turbo-program.ts';

/** Checks of the whole house that are scripts of the root's package.json: those that exist are run. */
const houseChecks = ['check:files', 'check:arrows', 'check:dead'];

const signal = stopSignal();

/** Answers the names of the checks that failed. */
async function runChecks(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const turbo = ['run', 'check-types', 'lint', ...turboFlags, '--output-logs=errors-only', '--continue'];
  const failed: string[] = [];
  if (!(await runVisibly({ command: turboProgram(), args: turbo, environment, signal })))
    failed.push('check-types, lint');
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const check of houseChecks.filter((name) => scripts[name])) {
    console.log(`\n${check}`);
    if (!(await runVisibly({ command: 'pnpm', args: ['run', check], environment, signal }))) failed.push(check);
  }
  return failed;
}

async function runTests(
  environment: NodeJS.ProcessEnv,
): Promise<{ wentWell: boolean; results: readonly PackageResult[] }> {
  const packages = listTestedPackages();
  removeOldResults(packages);
  await using postgres = await startTestPostgres();
  const wentWell = await runVisibly({
    command: turboProgram(),
    // Two at a time: more would make tests wait for each other's processor time.
    args: ['run', 'test', ...turboFlags, '--concurrency=2', '--continue'],
    environment: { ...environment, TEST_DATABASE_URL: postgres.url, SHARED_INPUT_HASH: sharedInputHash() },
    signal,
  });
  return { wentWell, results: packages.map(readResult) };
}

async function run(): Promise<number> {
  // Tests choose their own.
  const environment: NodeJS.ProcessEnv = { ...process.env, ...quiet };
  delete environment['NODE_ENV'];
  const failedChecks = await runChecks(environment);
  const { wentWell, results } = await runTests(environment);
  console.log(`\n${resultTable(results)}\n`);
  const faults = [
    ...failedChecks,
    ...results.filter(({ failed, fault }) => failed > 0 || fault !== null).map(({ name }) => name),
  ];
  // Turbo also counts what vitest does not: a build that failed, an error outside of any test.
  if (faults.length === 0 && !wentWell) faults.push('a task of turbo (see above)');
  if (faults.length > 0) console.log(`${failureList(results)}\nFailed: ${faults.join(', ')}`);
  console.log(totalLine(results));
  return faults.length === 0 ? 0 : 1;
}

try {
  process.exit(await run());
} catch (error) {
  console.error(signal.aborted ? 'Stopped.' : error);
  process.exit(1);
}
