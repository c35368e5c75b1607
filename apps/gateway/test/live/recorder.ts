import type { LiveAnswer, LiveReceiver } from '@dateline/service-kit/live/live-operations';
import type { GraphQLFormattedError } from 'graphql';
import { expect } from 'vitest';

/** A receiver that keeps what it is told. */
export class Recorder implements LiveReceiver {
  readonly answers: LiveAnswer[] = [];
  readonly refusals: { readonly errors: readonly GraphQLFormattedError[]; readonly status: number }[] = [];
  completed = 0;

  next(answer: LiveAnswer): void {
    this.answers.push(answer);
  }

  complete(): void {
    this.completed++;
  }

  refuse(errors: readonly GraphQLFormattedError[], status: number): void {
    this.refusals.push({ errors, status });
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests read deep into answers whose shape each of them knows
  get json(): any[] {
    return this.answers.map(({ json }) => JSON.parse(json));
  }

  /** When so many answers have come. */
  async has(count: number): Promise<void> {
    await until(() => this.answers.length >= count);
    expect(this.answers).toHaveLength(count);
  }

  async isComplete(): Promise<void> {
    await until(() => this.completed > 0);
    expect(this.completed).toBe(1);
  }

  async isRefused(): Promise<{ readonly errors: readonly GraphQLFormattedError[]; readonly status: number }> {
    await until(() => this.refusals.length > 0);
    const [refusal, ...more] = this.refusals;
    if (!refusal || more.length > 0) throw new Error('It was not refused once.');
    return refusal;
  }
}

export async function until(condition: () => boolean, timeoutMs = 10_000): Promise<void> {
  await expect.poll(condition, { timeout: timeoutMs, interval: 5 }).toBe(true);
}
