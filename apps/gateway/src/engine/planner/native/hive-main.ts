// Hive's native planner in a process of its own: a fault in it ends this process and nothing else. It knows supergraphs and
// operations, and nothing of who asks; it loads nothing but the native code, to start fast and stay small.
import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { FromPlannerProcess, ToPlannerProcess } from './messages.ts';

const maxRssBytes = Number(process.argv[2]);
/** An operation can take a gigabyte within seconds. */
const lookEveryMs = 50;

const planners = new Map<number, QueryPlanner | Error>();
const native = import('@graphql-hive/router-query-planner').catch((error: unknown) => {
  tell({ kind: 'unfit', why: messageOf(error) });
  return null;
});
let underWay = 0;
let watch: NodeJS.Timeout | undefined;

// Not `exit`, which would wait for threads that plan.
process.on('disconnect', die);
process.on('message', (message: ToPlannerProcess) => void obey(message));

async function obey(message: ToPlannerProcess): Promise<void> {
  const module = await native;
  if (!module) return;
  if (message.kind === 'load') planners.set(message.graph, load(module.QueryPlanner, message.sdl));
  else if (message.kind === 'drop') drop(message.graph);
  else tell(await plan(message));
}

function load(Planner: typeof QueryPlanner, sdl: string): QueryPlanner | Error {
  try {
    return new Planner(sdl);
  } catch (error) {
    return new Error(`the supergraph cannot be read: ${messageOf(error)}`);
  }
}

/** A megabyte of native memory hangs on a few bytes here: nothing would be collected for long. */
function drop(graph: number): void {
  planners.delete(graph);
  globalThis.gc?.();
}

async function plan(asked: Extract<ToPlannerProcess, { kind: 'plan' }>): Promise<FromPlannerProcess> {
  const { id, graph, document, operationName, labels, percentage } = asked;
  watchMemory(1);
  try {
    const planner = planners.get(graph);
    if (!planner || planner instanceof Error) throw planner ?? new Error('no such graph');
    const { node = null } = await planner.planAsync(document, operationName, new Set(labels), percentage);
    return { kind: 'planned', id, node };
  } catch (error) {
    return { kind: 'refused', id, why: messageOf(error) };
  } finally {
    watchMemory(-1);
  }
}

/** While anything is planned, it is looked after. Native memory knows no bound of its own. */
function watchMemory(change: 1 | -1): void {
  underWay += change;
  if (underWay === 0) {
    clearInterval(watch);
    watch = undefined;
  } else {
    watch ??= setInterval(() => {
      if (process.memoryUsage.rss() > maxRssBytes) die();
    }, lookEveryMs);
  }
}

function tell(message: FromPlannerProcess): void {
  // Where nobody hears it any more, `disconnect` has been or will be told.
  process.send?.(message, undefined, undefined, () => {});
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
