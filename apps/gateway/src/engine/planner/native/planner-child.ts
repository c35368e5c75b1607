import { type ChildProcess, fork } from 'node:child_process';
import { Socket } from 'node:net';
import type { FromPlannerProcess, ToPlannerProcess } from './messages.ts';

/** How a child ended. */
export interface PlannerDeath {
  readonly code: number | null;
  readonly signal: string | null;
  /** The first line that it wrote: where it panicked. What follows may hold parts of an operation. */
  readonly said: string;
}

export interface PlannerChild {
  readonly pid: number | undefined;
  tell(message: ToPlannerProcess): void;
  /** Its death is waited for. */
  kill(): void;
}

export interface PlannerChildOptions {
  /** The program that it runs. */
  readonly program: URL;
  /** Memory, native and all, at which it ends itself. */
  readonly maxRssBytes: number;
  readonly maxHeapMegabytes: number;
  readonly onMessage: (message: FromPlannerProcess) => void;
  /** Called once. */
  readonly onDeath: (death: PlannerDeath) => void;
}

const maxSaidCharacters = 300;

/**
 * Starts a process that plans. It gets nothing of our environment and does not keep us alive; it ends when we do, however
 * we do. Throws nothing: one that cannot be started has died.
 */
export function startPlannerChild({
  program,
  maxRssBytes,
  maxHeapMegabytes,
  onMessage,
  onDeath,
}: PlannerChildOptions): PlannerChild {
  let child: ChildProcess;
  try {
    child = fork(program, [String(maxRssBytes)], {
      env: {},
      execArgv: [`--max-old-space-size=${maxHeapMegabytes}`, '--max-semi-space-size=1', '--expose-gc'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
  } catch (error) {
    setImmediate(onDeath, { code: null, signal: null, said: String(error) });
    return { pid: undefined, tell: () => {}, kill: () => {} };
  }
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    if (said.length < maxSaidCharacters) said = (said + chunk).trimStart();
  });
  const { stderr } = child;
  if (stderr instanceof Socket) stderr.unref();
  child.unref();
  child.channel?.unref();
  child.on('message', onMessage);
  // What cannot be started tells it here, and closes.
  child.on('error', (error) => {
    said ||= error.message;
  });
  child.once('close', (code, signal) => {
    const [line = ''] = said.split('\n');
    onDeath({ code, signal, said: line.slice(0, maxSaidCharacters) });
  });
  return {
    pid: child.pid,
    // What does not arrive is asked again of the next one: it closes when it cannot be told anything.
    tell: (message) => void child.send(message, () => {}),
    kill() {
      child.ref();
      if (stderr instanceof Socket) stderr.ref();
      child.kill('SIGKILL');
    },
  };
}
