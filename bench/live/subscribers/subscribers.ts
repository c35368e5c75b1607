import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Report } from './messages.ts';

/** The subscribers' process, which does as it is told and reports. */
export class Subscribers implements AsyncDisposable {
  readonly #child: ChildProcess = fork(join(import.meta.dirname, 'subscribers-main.ts'));

  /** Rejects when its process has ended. */
  async order<Did extends Order['do']>(order: Extract<Order, { do: Did }>): Promise<Extract<Report, { did: Did }>> {
    const gone = once(this.#child, 'exit').then(() => Promise.reject(new Error('The subscribers have ended.')));
    this.#child.send(order);
    const [report] = await Promise.race([once(this.#child, 'message'), gone]);
    gone.catch(() => undefined);
    return report;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.disconnect();
    await exited;
  }
}
