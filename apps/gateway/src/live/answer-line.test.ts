import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerLine } from './answer-line.ts';

interface Making {
  readonly id: number;
  finish(): void;
}

function line(maxAtOnce: number) {
  const delivered: number[] = [];
  const making: Making[] = [];
  const answers = new AnswerLine({ maxAtOnce, deliver: ({ json }) => delivered.push(Number(json)) });
  const push = (id: number) =>
    answers.push(() => new Promise((resolve) => making.push({ id, finish: () => resolve({ json: String(id) }) })), 10);
  return { answers, delivered, making, push };
}

describe('answers in line', () => {
  it('come in the order of their events, whichever is ready first, and no more are made at once than may be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.option(fc.nat(10)), { maxLength: 40 }),
        async (most, steps) => {
          const { answers, delivered, making, push } = line(most);
          let pushed = 0;
          for (const step of steps) {
            if (step === null) push(pushed++);
            else making.splice(step % Math.max(making.length, 1), 1)[0]?.finish();
            await settle();
            expect(making.length).toBeLessThanOrEqual(most);
            expect(answers.bytes).toBe(answers.length * 10);
          }
          while (making.length > 0) {
            making.pop()?.finish();
            await settle();
          }
          expect(delivered).toEqual([...Array(pushed).keys()]);
          expect([answers.length, answers.bytes]).toEqual([0, 0]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('that were dropped are not delivered, and what is not begun is not made', async () => {
    const { answers, delivered, making, push } = line(1);
    for (const id of [1, 2, 3]) push(id);
    answers.drop();
    making[0]?.finish();
    await settle();
    expect([delivered, making.length, answers.length, answers.bytes]).toEqual([[], 1, 0, 0]);
  });
});

async function settle(): Promise<void> {
  for (let count = 0; count < 5; count++) await Promise.resolve();
}
