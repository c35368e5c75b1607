import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePorts } from '@dateline/scripts/ports';
import { type ContenderProcess, startContender, untilAnswers } from '../gateway/measure/contender-process.ts';
import type { LiveContender } from './contenders.ts';
import type { LiveOptions } from './options.ts';
import type { Delivery } from './subscribers/messages.ts';
import { Subscribers } from './subscribers/subscribers.ts';

/** One run of one row. */
export interface LiveSample {
  readonly residentBefore: number;
  readonly residentIdle: number;
  readonly residentAfter: number;
  readonly openMs: number;
  readonly idleCpuPercent: number;
  readonly deliveries: readonly Delivery[];
  readonly lost: number;
}

export interface LiveWorld {
  readonly folder: string;
  readonly supergraphFile: string;
  readonly subgraphOrigin: string;
}

/** A gateway that has answered once comes to rest: its planner sleeps after 15 s without a question. */
const settleMs = 18_000;
/** For the garbage of ten thousand handshakes; the idle time begins after it. */
const afterOpeningMs = 5_000;

/** Starts it, subscribes, waits, tells the events, and ends it. */
export async function measureRow(
  contender: LiveContender,
  { folder, supergraphFile, subgraphOrigin }: LiveWorld,
  { connections, events, idleSeconds }: LiveOptions,
): Promise<LiveSample> {
  const { gateway: port } = await findFreePorts();
  const running = startContender(contender, { folder, supergraphFile, subgraphUrls: {}, port });
  try {
    await untilAnswers(running, '{"query":"{ ready }"}', (answer) => JSON.stringify(answer).includes('true'));
    await delay(contender.isFloor ? 1_000 : settleMs);
    const residentBefore = residentMegabytes(running);
    await using subscribers = new Subscribers();
    const opened = await subscribers.order({ do: 'open', transport: contender.transport, port, count: connections });
    await delay(afterOpeningMs);
    const cpuBefore = cpuMs(running);
    await delay(idleSeconds * 1_000);
    const idleCpuPercent = (cpuMs(running) - cpuBefore) / (idleSeconds * 10);
    const residentIdle = residentMegabytes(running);
    const publishAt = contender.isFloor ? `http://127.0.0.1:${port}` : subgraphOrigin;
    const deliveries: Delivery[] = [];
    let lost = opened.lost.length;
    for (let number = 1; number <= events; number++) {
      const { at } = await publish(publishAt, number);
      const told = await subscribers.order({ do: 'tell', number, at });
      deliveries.push(told.delivery);
      lost = told.lost.length;
    }
    const residentAfter = residentMegabytes(running);
    return { residentBefore, residentIdle, residentAfter, openMs: opened.tookMs, idleCpuPercent, deliveries, lost };
  } finally {
    await running.end();
  }
}

async function publish(origin: string, number: number): Promise<{ readonly at: number }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/publish`, { method: 'POST', headers, body: JSON.stringify({ number }) });
  return (await answer.json()) as { at: number };
}

/** Of the process that serves; what its planner holds, in a process of its own, grows with no reader. */
function residentMegabytes({ pid }: ContenderProcess): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes ?? Number.NaN) / 1_024;
}

/** The clock of /proc ticks a hundred times a second. */
function cpuMs({ pid }: ContenderProcess): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
