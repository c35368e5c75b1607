// Has a planner's process busy for long, says which one it is, and waits to be killed.
import { createPlannerProcess } from '../../src/engine/planner/native/planner-process.ts';
import { bomb, supergraphSdl } from './bomb.ts';

const quiet = { warn: () => {}, error: () => {} };
const native = createPlannerProcess({ logger: quiet, timeoutMs: 60_000, maxRssBytes: 8 * 2 ** 30 });
native.open(supergraphSdl).plan({ document: bomb, operationName: null, labels: [], percentage: 0 });
process.stdout.write(`${native.pid}\n`);
