import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { treeCpuMs, treeResidentMegabytes } from './process-tree.ts';

const busyMs = 300;
const busy = `const end = performance.now() + ${busyMs}; while (performance.now() < end);`;

test.runIf(process.platform === 'linux')(
  'what a child has worked counts to its parent, also after its end',
  async () => {
    const before = treeCpuMs([process.pid]) ?? Number.NaN;
    const child = spawn(process.execPath, ['-e', `${busy} process.stdout.write('done'); setInterval(() => {}, 1000)`]);
    await once(child.stdout, 'data');
    const used = (treeCpuMs([process.pid]) ?? Number.NaN) - before;
    child.kill();
    await once(child, 'exit');
    const usedAfterwards = (treeCpuMs([process.pid]) ?? Number.NaN) - before;
    // A busy machine may give the loop less than its time on the clock.
    expect(used).toBeGreaterThan(busyMs / 6);
    expect(usedAfterwards).toBeGreaterThanOrEqual(used);
  },
);

test.runIf(process.platform === 'linux')('a process that is not there has worked nothing', () => {
  expect(treeCpuMs([2 ** 30])).toBe(0);
});

test.runIf(process.platform === 'linux')('what a child holds counts to its parent as long as it runs', async () => {
  const held = 100;
  const child = spawn(process.execPath, [
    '-e',
    `globalThis.held = Buffer.alloc(${held} * 2 ** 20, 1); process.stdout.write('done'); setInterval(() => {}, 1000)`,
  ]);
  await once(child.stdout, 'data');
  const alone = treeResidentMegabytes(child.pid ?? 0) ?? 0;
  const together = treeResidentMegabytes(process.pid) ?? 0;
  child.kill();
  await once(child, 'exit');
  expect(alone).toBeGreaterThan(held);
  expect(together).toBeGreaterThan(held + process.memoryUsage().rss / 2 ** 21);
  expect(treeResidentMegabytes(child.pid ?? 0)).toBe(0);
});
