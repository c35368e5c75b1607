// Ten thousand subscribers in a process of their own. Each text that comes is compared with what was told.
import { machineMs } from '../world/clock.ts';
import { answerOf } from '../world/story.ts';
import type { Delivery, Order, Report } from './messages.ts';
import { openEvents, openSocket } from './open-subscriber.ts';
import { Receipts } from './receipts.ts';

const openAtOnce = 50;
const addresses = 8;
const deadlineMs = 30_000;

const lost: string[] = [];
const told: string[] = [];
let receipts = new Receipts(0);

async function open({ transport, port, count }: Extract<Order, { do: 'open' }>): Promise<Report> {
  const startedAt = machineMs();
  const openOne = transport === 'sse' ? openEvents : openSocket;
  receipts = new Receipts(count);
  let next = 0;
  const openInTurn = async () => {
    while (next < count) {
      const subscriber = next++;
      const from = `127.0.0.${2 + (subscriber % addresses)}`;
      const onData = (json: string) => receipts.take(subscriber, json, machineMs());
      await openOne({ port, from, onData, onLost: (why) => lost.push(why) });
    }
  };
  await Promise.all(Array.from({ length: openAtOnce }, openInTurn));
  return { did: 'open', tookMs: machineMs() - startedAt, lost };
}

async function tell({ number, at }: Extract<Order, { do: 'tell' }>): Promise<Report> {
  const text = answerOf(number);
  told.push(text);
  const times = await receipts.of(text, deadlineMs);
  return { did: 'tell', delivery: deliveryOf(times, at), lost };
}

function deliveryOf(times: readonly number[], at: number): Delivery {
  const sorted = times.map((time) => time - at).sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const maxMs = sorted.at(-1) ?? 0;
  return {
    received: times.length,
    ...receipts.wrongBeside(told),
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    maxMs,
  };
}

process.on('message', async (order: Order) => {
  const report = await (order.do === 'open' ? open(order) : tell(order)).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
  process.send?.(report);
});
process.on('disconnect', () => process.exit(0));
