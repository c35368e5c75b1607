import { expect, test } from 'vitest';
import { engineModes } from './engine-federated.ts';
import { runOracle } from './oracle.ts';
import { describeFinding } from './report.ts';

// The long run is `npm run oracle -- --cases 10000 --seed N`. Here a seed of its own for each day would be no test.
const cases = 600;

test('what the engine answers from random subgraphs is what one server answers, and with a subgraph in trouble nothing is wrong or silent', {
  timeout: 120_000,
}, async () => {
  const modes = engineModes.filter(({ planner }) => planner === 'apollo');
  const tally = await runOracle({ seed: 20, cases, modes, maxFindings: 1 });
  expect(tally.findings.map(describeFinding).join('\n'), 'the first finding').toBe('');
  expect(tally.cases).toBe(cases);
  // Each case is held to the monolith in each mode, and once more with a subgraph in trouble.
  const unplanned = [...tally.unplanned.values()].reduce((sum, times) => sum + times, 0);
  expect(unplanned, [...tally.unplanned.keys()].join('\n')).toBeLessThan(0.03 * tally.comparisons);
  // A generator that made only graphs and operations of one subgraph would prove nothing.
  expect(tally.calls / tally.comparisons).toBeGreaterThan(1.5);
  expect(tally.refusals.length).toBeLessThan(0.2 * tally.houses);
});
