import { parseArgs } from 'node:util';
import { engineModes, modeName } from './engine-federated.ts';
import { runOracle } from './oracle.ts';
import { describeFinding } from './report.ts';
import { allFeatures } from './split-model.ts';

/** `npm run oracle -- --cases 10000 --seed 1 [--mode hive-fast] [--case 17] [--without mutation] [--findings 5]` */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', multiple: true },
    case: { type: 'string' },
    without: { type: 'string', multiple: true, default: [] },
    findings: { type: 'string', default: '5' },
  },
});

const started = performance.now();
const modes = engineModes.filter((mode) => values.mode?.includes(modeName(mode)) ?? true);
if (modes.length === 0) {
  throw new Error(`The modes are ${engineModes.map(modeName).join(', ')}.`);
}
const tally = await runOracle({
  seed: Number(values.seed),
  cases: Number(values.cases),
  modes,
  without: allFeatures.filter((feature) => values.without.includes(feature)),
  maxFindings: Number(values.findings),
  ...(values.case === undefined ? {} : { only: Number(values.case) }),
});
for (const finding of tally.findings) {
  process.stdout.write(`${describeFinding(finding)}\n\n`);
}
for (const [reason, times] of tally.unplanned) {
  process.stdout.write(`${times} × ${reason}\n`);
}
const { cases, comparisons, calls, houses, refusals, findings } = tally;
const unplanned = [...tally.unplanned.values()].reduce((sum, times) => sum + times, 0);
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `seed ${values.seed}: ${cases} cases over ${houses} graphs (composition refused ${refusals.length} more), ` +
    `${comparisons} answers compared, ${calls} subgraph calls, ${unplanned} refused for want of a right plan, ${findings.length} findings, ${seconds} s\n`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
