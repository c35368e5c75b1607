import type { FromPlannerProcess, PlanQuestion, ToPlannerProcess } from './messages.ts';

/** A planner as a process of its own serves it: one for each graph. */
export interface PlannerProgram<Graph> {
  /** Throws when the text is no supergraph. */
  load(sdl: string): Graph;
  /** A plan that can be written as JSON; null: nothing needs to be fetched. */
  plan(graph: Graph, question: PlanQuestion): Promise<unknown>;
}

/** An operation can take a gigabyte within seconds. */
const lookEveryMs = 50;

/**
 * Obeys the process that started this one. It knows supergraphs and operations, and nothing of who asks.
 *
 * @param makeProgram rejects where there is no such planner for this machine
 */
export function servePlans<Graph>(makeProgram: () => Promise<PlannerProgram<Graph>>): void {
  const maxRssBytes = Number(process.argv[2]);
  const graphs = new Map<number, { readonly graph: Graph } | { readonly fault: Error }>();
  const making = makeProgram().then(
    (program) => {
      tell({ kind: 'ready' });
      return program;
    },
    (error: unknown) => {
      tell({ kind: 'unfit', why: messageOf(error) });
      return null;
    },
  );
  let underWay = 0;
  let watch: NodeJS.Timeout | undefined;

  // Not `exit`, which would wait for threads that plan.
  process.on('disconnect', die);
  process.on('message', (message: ToPlannerProcess) => void obey(message));

  async function obey(message: ToPlannerProcess): Promise<void> {
    const program = await making;
    if (!program) return;
    if (message.kind === 'load') graphs.set(message.graph, load(program, message.sdl));
    else if (message.kind === 'drop') drop(message.graph);
    else tell(await plan(program, message));
  }

  function load(program: PlannerProgram<Graph>, sdl: string) {
    try {
      return { graph: program.load(sdl) };
    } catch (error) {
      return { fault: new Error(`the supergraph cannot be read: ${messageOf(error)}`) };
    }
  }

  /** A megabyte of native memory hangs on a few bytes here: nothing would be collected for long. */
  function drop(graph: number): void {
    graphs.delete(graph);
    globalThis.gc?.();
  }

  async function plan(
    program: PlannerProgram<Graph>,
    asked: Extract<ToPlannerProcess, { kind: 'plan' }>,
  ): Promise<FromPlannerProcess> {
    const { id } = asked;
    watchMemory(1);
    try {
      const loaded = graphs.get(asked.graph) ?? { fault: new Error('no such graph') };
      if ('fault' in loaded) throw loaded.fault;
      return { kind: 'planned', id, node: (await program.plan(loaded.graph, asked)) ?? null };
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
