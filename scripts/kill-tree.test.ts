import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { killTree, withDescendants } from './kill-tree.ts';

test('descendants of every depth are found, and nobody else', () => {
  const parents = new Map([
    [20, 10],
    [30, 20],
    [40, 10],
    [50, 1],
  ]);
  expect([...withDescendants(10, parents)].toSorted()).toEqual([10, 20, 30, 40]);
});

test('a grandchild does not outlive its grandparent', async () => {
  const grandparent = spawn('/bin/sh', ['-c', 'sh -c "echo ready; sleep 60; :"; :'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(grandparent.stdout, 'data');
  killTree(grandparent.pid);
  // The pipe ends when its last holder is gone: the sleeping grandchild holds it too.
  grandparent.stdout.resume();
  await once(grandparent.stdout, 'close');
  expect(grandparent.signalCode ?? (await once(grandparent, 'exit'))[1]).toBe('SIGKILL');
});
