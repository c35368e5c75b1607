import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Kills a process with all that descends from it, the last resort after a deadline. All are halted first: one that starts
 * another between the looking and the killing would leave it behind, without a parent to find it by.
 */
export function killTree(root: number | undefined): void {
  if (root === undefined) return;
  const halted = new Set<number>();
  for (;;) {
    const fresh = withDescendants(root, listParents()).filter((pid) => !halted.has(pid));
    if (fresh.length === 0) break;
    for (const pid of fresh) {
      halted.add(pid);
      send(pid, 'SIGSTOP');
    }
  }
  for (const pid of halted) send(pid, 'SIGKILL');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

/** The process itself and its descendants of every depth, by a table of each process' parent. */
export function withDescendants(root: number, parents: ReadonlyMap<number, number>): readonly number[] {
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function listParents(): ReadonlyMap<number, number> {
  const rows = process.platform === 'linux' ? fromProc() : fromPs();
  return new Map(rows);
}

function fromProc(): [number, number][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): [number, number][] => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The program's name stands in parentheses and may hold anything: what counts comes after the last one.
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
      } catch {
        return [];
      }
    });
}

function fromPs(): [number, number][] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=']).toString().trim().split('\n');
  return lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}
