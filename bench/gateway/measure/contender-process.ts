import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { guardedSpawn } from '@dateline/db/guarded-spawn';
import type { Contender, Place } from '../contenders/contender.ts';
import { gatewayCore, pinned } from './pinned-process.ts';

/** A contender that runs. Those that wait for their turn are stopped by a signal and use no core. */
export interface ContenderProcess {
  readonly pid: number;
  readonly url: string;
  readonly resume: () => void;
  readonly pause: () => void;
  /** The last that it wrote. */
  readonly said: () => string;
  /** Asks it to end in good order. */
  readonly finish: () => void;
  /** Ends it, however it is. */
  readonly end: () => Promise<void>;
  readonly hasEnded: () => boolean;
}

/** The same Node and flags for all of them. */
export const nodeFlags = ['--max-semi-space-size=64'] as const;
const keptCharacters = 4_000;

export function startContender(contender: Contender, place: Place): ContenderProcess {
  const { program, args, env, cwd, path = '/graphql' } = contender.launch(place);
  const nodeArgs = program === undefined ? [...nodeFlags, ...args] : args;
  const [command, allArgs] = pinned(gatewayCore, program ?? process.execPath, nodeArgs);
  const child = guardedSpawn(
    command,
    allArgs,
    { cwd: cwd ?? place.folder, env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    'TERM',
  );
  const { pid } = child;
  if (pid === undefined) throw new Error(`${contender.id} could not be started.`);
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk).slice(-keptCharacters);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid,
    url: `http://127.0.0.1:${place.port}${path}`,
    resume: () => void child.kill('SIGCONT'),
    pause: () => void child.kill('SIGSTOP'),
    said: () => said,
    finish: () => void child.kill('SIGTERM'),
    hasEnded,
    async end() {
      if (hasEnded()) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const readyDeadlineMs = 60_000;

/** Asks until an answer comes that `isRight`; throws what the process said when none does. */
export async function untilAnswers(
  running: ContenderProcess,
  body: string,
  isRight: (answer: unknown) => boolean,
): Promise<void> {
  const deadline = Date.now() + readyDeadlineMs;
  let last = 'nothing';
  while (!running.hasEnded() && Date.now() < deadline) {
    try {
      const answer = await ask(running.url, body);
      last = answer.slice(0, 300);
      if (isRight(JSON.parse(answer))) return;
    } catch (error) {
      last = error instanceof Error ? `${error.message} ${error.cause ?? ''}` : String(error);
    }
    await delay(100);
  }
  throw new Error(`It gave no right answer. Its last: ${last}\nIt said:\n${running.said()}`);
}

const askTimeoutMs = 5_000;

async function ask(url: string, body: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(askTimeoutMs),
  });
  return answer.text();
}
