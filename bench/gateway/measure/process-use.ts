import { readFileSync } from 'node:fs';

/** The clock of /proc ticks a hundred times a second on every Linux that Node supports. */
const msPerTick = 10;

/** CPU time that a process has used so far, in user and kernel mode; null where the system does not tell by /proc. */
export function cpuMs(pid: number): number | null {
  const stat = readProc(pid, 'stat');
  if (stat === null) return null;
  // The name in parentheses may hold anything; what follows its last one is numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * msPerTick;
}

/** What a process holds in memory (its resident set), in megabytes; null where the system does not tell by /proc. */
export function residentMegabytes(pid: number): number | null {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '') ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return null;
  }
}
