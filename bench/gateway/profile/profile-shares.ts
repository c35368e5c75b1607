import { z } from 'zod';

/** What V8 writes with --cpu-prof. */
export const cpuProfile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string(), url: z.string() }) })),
  startTime: z.number(),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
export type CpuProfile = z.infer<typeof cpuProfile>;

export interface ProfileShare {
  readonly part: string;
  /** Of the time in which the process was busy, in percent. */
  readonly percent: number;
}

/**
 * Where a process spent its time, by the part that the running function belongs to. What began before `skipMs` is left out:
 * starting and getting warm are not what is looked at.
 */
export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile, skipMs: number): readonly ProfileShare[] {
  const partOfNode = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  const spent = new Map<string, number>();
  let atUs = 0;
  for (const [index, sample] of samples.entries()) {
    const deltaUs = Math.max(0, timeDeltas[index] ?? 0);
    atUs += deltaUs;
    const part = partOfNode.get(sample) ?? null;
    if (part !== null && atUs >= skipMs * 1_000) spent.set(part, (spent.get(part) ?? 0) + deltaUs);
  }
  const busyUs = [...spent.values()].reduce((sum, us) => sum + us, 0);
  return [...spent].map(([part, us]) => ({ part, percent: (us / busyUs) * 100 })).sort((a, b) => b.percent - a.percent);
}

/** Null: the process waits. */
export function partOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string | null {
  if (functionName === '(idle)' || functionName === '(root)') return null;
  if (functionName === '(garbage collector)') return 'garbage collector';
  if (functionName === '(program)') return 'native code: system calls, JSON, bytes';
  if (url.startsWith('node:'))
    return /^node:(_http|net|internal\/(http|stream|net))|stream_base/.test(url)
      ? 'Node: HTTP, sockets, streams'
      : 'Node: all else';
  const ours = /\/apps\/gateway\/src\/(engine\/[\w-]+|[\w-]+)/.exec(url)?.[1];
  if (ours) return `ours: ${ours}`;
  const dependency = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
  if (dependency) return dependency;
  const house = /\/packages\/([\w-]+)\//.exec(url)?.[1];
  if (house) return `ours: packages/${house}`;
  return functionName ? `built in: ${functionName}` : 'functions without a name or place';
}
