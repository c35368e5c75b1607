import { expect, test } from 'vitest';
import { runDeferredOracle } from './deferred-oracle.ts';
import { engineModes } from './engine-federated.ts';
import { describeFinding } from './report.ts';

test('the parts of a random operation with @defer, merged, are what one server answers at once, and with a subgraph in trouble nothing is wrong or silent', {
  timeout: 120_000,
}, async () => {
  const modes = engineModes.filter(({ planner, writesFast }) => planner === 'apollo' && writesFast);
  const cases = 200;
  const seed = 7;
  const tally = await runDeferredOracle({ seed, cases, modes, maxFindings: 1 });
  expect(tally.findings.map(describeFinding).join('\n'), 'the first finding').toBe('');
});
