import { expect, test } from 'vitest';
import { runDeferredOracle } from './deferred-oracle.ts';
import { engineModes } from './engine-federated.ts';
import { describeFinding } from './report.ts';

// LONG=1 is for whoever has changed something: both planners, and SEED=n for other cases.
const isLong = process.env['LONG'] === '1';
const cases = isLong ? 2_000 : 200;
const seed = isLong ? Number(process.env['SEED'] ?? 1) : 7;

test('the parts of a random operation with @defer, merged, are what one server answers at once, and with a subgraph in trouble nothing is wrong or silent', {
  timeout: isLong ? 1_200_000 : 120_000,
}, async () => {
  const modes = engineModes.filter(({ planner, writesFast }) => writesFast && (isLong || planner === 'apollo'));
  const tally = await runDeferredOracle({ seed, cases, modes, maxFindings: 1 });
  process.stdout.write(`answers in parts held to one server: ${tally.comparisons}, refused: ${tally.refused}\n`);
  expect(tally.findings.map(describeFinding).join('\n'), 'the first finding').toBe('');
  expect(tally.comparisons).toBeGreaterThan(cases);
});
