import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { projectFolder } from '@dateline/scripts/house';
import { peerVersions } from '../contenders/peers.ts';
import { loadGenerator } from '../load/run-load.ts';
import { nodeFlags } from '../measure/contender-process.ts';
import { canPin, gatewayCore, otherCore } from '../measure/pinned-process.ts';
import type { BenchOptions } from '../options.ts';

/** Under which conditions a table came about; it stands below the table's heading. */
export function conditions({ runs, seconds, warmUpSeconds }: BenchOptions, now: Date): string {
  const lines = [
    ...machineLines(now),
    `Node ${process.versions.node} with ${nodeFlags.join(' ')} for all that runs on Node; load by ${loadGenerator()}.`,
    `${runs} interleaved runs of ${seconds} s after ${warmUpSeconds} s of checked warm-up; medians.`,
    `Peers: ${Object.entries(peerVersions())
      .filter(([name]) => name !== 'autocannon' && name !== 'graphql')
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
  ];
  return lines.join('\n');
}

/** When, of what, and on which machine. */
export function machineLines(now: Date): readonly string[] {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const place = canPin()
    ? `gateway alone on core ${gatewayCore}; load, subgraphs and database on core ${otherCore}`
    : 'NOT pinned to cores, so rows disturb each other';
  return [
    `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, at ${commit()}.`,
    `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ${type()} ${release()}; ${place}.`,
  ];
}

function commit(): string {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: projectFolder, encoding: 'utf8' }).stdout?.trim() ?? '';
  const head = git('rev-parse', '--short', 'HEAD');
  if (!head) return 'an unknown commit';
  return git('status', '--porcelain', '--', 'apps/gateway', 'bench') ? `commit ${head} with changes` : `commit ${head}`;
}
