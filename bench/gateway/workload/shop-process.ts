import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { otherCore, pinned } from '../measure/pinned-process.ts';
import { type ShopSubgraph, shopSubgraphs } from './shop-sdl.ts';
import { type SubgraphReport, type SubgraphSettings, subgraphPorts, subgraphReport } from './subgraph-control.ts';

/** The shop's subgraphs, running in a process of their own. */
export interface ShopProcess extends AsyncDisposable {
  readonly pid: number;
  readonly urls: Readonly<Record<ShopSubgraph, string>>;
  /** Changes how they answer, and begins to count anew. */
  readonly set: (settings: SubgraphSettings) => Promise<void>;
  readonly report: () => Promise<SubgraphReport>;
}

export async function startShop(): Promise<ShopProcess> {
  const [command, args] = pinned(otherCore, process.execPath, [join(import.meta.dirname, 'subgraph-process.ts')]);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const ports = subgraphPorts.parse(JSON.parse(line));
  const controlUrl = `http://127.0.0.1:${ports.control}/`;
  const urls = Object.fromEntries(
    shopSubgraphs.map((name) => [name, `http://127.0.0.1:${ports.subgraphs[name]}/graphql`]),
  ) as Record<ShopSubgraph, string>;
  if (child.pid === undefined) throw new Error("The shop's subgraphs could not be started.");
  return {
    pid: child.pid,
    urls,
    async set(settings) {
      const answer = await fetch(controlUrl, { method: 'POST', body: JSON.stringify(settings) });
      if (!answer.ok) throw new Error(`The shop does not take ${JSON.stringify(settings)}.`);
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
