import { readdirSync, readFileSync } from 'node:fs';

/** The clock of /proc ticks a hundred times a second on every Linux that Node supports. */
const msPerTick = 10;

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and that of its children that have ended. */
  readonly cpuMs: number;
}

/** CPU time of some processes and all that they have started; null where the system does not tell by /proc. */
export function treeCpuMs(roots: readonly number[]): number | null {
  return treeOf(roots)?.reduce((sum, { cpuMs }) => sum + cpuMs, 0) ?? null;
}

/**
 * What a process and all that it has started hold in memory, in megabytes; null where the system does not tell by /proc.
 * Of the others only what is theirs alone is added: the program's file is in memory once for all of them.
 */
export function treeResidentMegabytes(root: number): number | null {
  const members = treeOf([root]);
  if (members === null) return null;
  return members.reduce((sum, { pid }) => sum + megabytesOf(pid, pid === root ? 'VmRSS' : 'RssAnon'), 0);
}

function treeOf(roots: readonly number[]): readonly ProcessLine[] | null {
  const lines = processLines();
  if (lines === null) return null;
  const members = new Set(roots);
  // Children have higher places in the list than their parents, except after a round of all process ids: hence until no more come.
  for (let size = 0; size !== members.size; ) {
    size = members.size;
    for (const { pid, parent } of lines) if (members.has(parent)) members.add(pid);
  }
  return lines.filter(({ pid }) => members.has(pid));
}

function processLines(): ProcessLine[] | null {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.flatMap((pid) => processLine(Number(pid)) ?? []);
  } catch {
    return null;
  }
}

function processLine(pid: number): ProcessLine | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; what follows its last one is numbers.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, parent: Number(fields[1]), cpuMs: ticks * msPerTick };
  } catch {
    return null; // it has ended meanwhile
  }
}

function megabytesOf(pid: number, field: 'VmRSS' | 'RssAnon'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
    return Number(kilobytes ?? 0) / 1_024;
  } catch {
    return 0; // it has ended meanwhile
  }
}
