import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { otherCore, pinned } from '../measure/pinned-process.ts';
import { type SubgraphReport, type SubgraphSettings, subgraphPorts, subgraphReport } from './subgraph-control.ts';

/** Subgraphs that answer from memory, running in a process of their own. */
export interface ReplayedSubgraphs extends AsyncDisposable {
  readonly pid: number;
  readonly urls: Readonly<Record<string, string>>;
  /** Changes how they answer, and begins to count anew. */
  readonly set: (settings: SubgraphSettings) => Promise<void>;
  readonly report: () => Promise<SubgraphReport>;
}

/**
 * @param program `shop-main.ts`, or `replayed-house-main.ts` with the addresses that it stands before
 */
export async function startReplayed(program: string, args: readonly string[] = []): Promise<ReplayedSubgraphs> {
  const file = join(import.meta.dirname, program);
  const [command, allArgs] = pinned(otherCore, process.execPath, [file, ...args]);
  const child = spawn(command, allArgs, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const ports = subgraphPorts.parse(JSON.parse(line));
  const controlUrl = `http://127.0.0.1:${ports.control}/`;
  const urls = Object.fromEntries(
    Object.entries(ports.subgraphs).map(([name, port]) => [name, `http://127.0.0.1:${port}/graphql`]),
  );
  if (child.pid === undefined) throw new Error('The replayed subgraphs could not be started.');
  return {
    pid: child.pid,
    urls,
    async set(settings) {
      const answer = await fetch(controlUrl, { method: 'POST', body: JSON.stringify(settings) });
      if (!answer.ok) throw new Error(`The subgraphs do not take ${JSON.stringify(settings)}.`);
      await answer.arrayBuffer();
    },
    async report() {
      return subgraphReport.parse(await (await fetch(controlUrl)).json());
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
