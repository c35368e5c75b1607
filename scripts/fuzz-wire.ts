// `npm run fuzz:wire`: every parser of packages/wire against 100,000 inputs in all, arbitrary bytes and mutated samples.
import { join } from 'node:path';
import { projectFolder } from './house.ts';
import { runVisibly } from './run-visibly.ts';
import { stopSignal } from './stop-signal.ts';

const signal = stopSignal();

try {
  const wentWell = await runVisibly({
    command: 'pnpm',
    args: ['--dir', join(projectFolder, 'packages/wire'), 'exec', 'vitest', 'run', 'test/fuzz.test.ts'],
    environment: { ...process.env, NODE_ENV: undefined },
    signal,
  });
  process.exit(wentWell ? 0 : 1);
} catch (error) {
  console.error(signal.aborted ? 'Stopped.' : error);
  process.exit(1);
}
