// Generates everything again and holds it against what is committed: types, supergraph, migrations.
import { execFileSync } from 'node:child_process';
import { projectFolder, quiet } from './house.ts';
import { runVisibly } from './run-visibly.ts';
import { stopSignal } from './stop-signal.ts';
import { turboFlags, turboProgram } from './turbo-program.ts';

const signal = stopSignal();
const environment = { ...process.env, ...quiet };

const generated = [
  { name: 'supergraph and public schema', paths: ['packages/graph-types/*.graphql'], mend: 'npm run compose' },
  { name: 'types', paths: ['**/__generated__/**'], mend: 'npm run codegen' },
  {
    name: 'migrations',
    paths: ['apps/*/migrations/**'],
    mend: 'drizzle-kit generate --name <the change> in that app (the file it would write was written now, under the name drift)',
  },
];

/** Lines of `git status`: what was changed or made, compared with the last commit. */
function changes(paths: readonly string[]): string {
  const globs = paths.map((path) => `:(glob)${path}`);
  return execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--', ...globs], { cwd: projectFolder })
    .toString()
    .trimEnd();
}

const ran = await runVisibly({
  command: turboProgram(),
  args: [
    'run',
    'compose',
    'codegen:types',
    'migrations:check',
    ...turboFlags,
    '--output-logs=errors-only',
    '--continue',
  ],
  environment,
  signal,
});
if (!ran) console.error('Generating failed, see above.');
let drifted = false;
for (const { name, paths, mend } of generated) {
  const found = changes(paths);
  if (!found) continue;
  drifted = true;
  console.error(`\nThe ${name} are not what their sources say. Run: ${mend}\n${found}`);
}
if (ran && !drifted) console.log('Generated files are what their sources say.');
process.exit(ran && !drifted ? 0 : 1);
