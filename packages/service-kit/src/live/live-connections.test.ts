import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpRefusal } from '../http-refusal.ts';
import { createLiveConnections, type LiveConnection } from './live-connections.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { heartbeatMs: 20_000, maxConnections: 10_000, maxConnectionsPerAddress: 10_000 };

function connection(address = 'a') {
  const seen = { beats: 0, goodbyes: 0, cuts: 0 };
  const made: LiveConnection = {
    transport: 'sse',
    address,
    beat: () => void seen.beats++,
    goAway: () => void seen.goodbyes++,
    cut: () => void seen.cuts++,
  };
  return Object.assign(made, { seen });
}

function refusalOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof HttpRefusal) return [error.statusCode, error.code];
  }
  return null;
}

describe('heartbeats', () => {
  it('come to each once in the time, and never to more than a twentieth at once', () => {
    const connections = createLiveConnections(limits);
    const all = Array.from({ length: 200 }, () => connection());
    for (const one of all) connections.enter(one);
    const beats = () => all.reduce((sum, { seen }) => sum + seen.beats, 0);
    for (let turn = 1; turn <= 20; turn++) {
      vi.advanceTimersByTime(1_000);
      expect(beats()).toBe(turn * 10);
    }
    expect(all.every(({ seen }) => seen.beats === 1)).toBe(true);
  });

  it('are one timer for all, and none when nobody is there', () => {
    const connections = createLiveConnections(limits);
    const [one, two] = [connection(), connection()];
    connections.enter(one);
    connections.enter(two);
    expect(vi.getTimerCount()).toBe(1);
    connections.leave(one);
    connections.leave(two);
    connections.leave(two);
    expect(vi.getTimerCount()).toBe(0);
    expect(connections.count).toBe(0);
  });
});

describe('limits', () => {
  it('are held just so: for an address with 429, for the process with 503', () => {
    const connections = createLiveConnections({ ...limits, maxConnections: 3, maxConnectionsPerAddress: 2 });
    const first = connection('a');
    connections.enter(first);
    connections.enter(connection('a'));
    expect(refusalOf(() => connections.enter(connection('a')))).toEqual([429, 'TOO_MANY_STREAMS']);
    connections.enter(connection('b'));
    expect(refusalOf(() => connections.enter(connection('c')))).toEqual([503, 'TOO_MANY_STREAMS']);
    connections.leave(first);
    connections.enter(connection('a'));
    expect(connections.count).toBe(3);
  });
});

it('tells who counts of each that comes, goes, and is dropped', () => {
  const told: string[] = [];
  const tell = (what: string) => (transport: string) => void told.push(`${transport} ${what}`);
  const events = { connected: tell('came'), disconnected: tell('went'), droppedSlow: tell('was slow') };
  const connections = createLiveConnections(limits, events);
  const one = connection();
  connections.enter(one);
  connections.dropSlow(one);
  connections.leave(one);
  connections.leave(one);
  expect(told).toEqual(['sse came', 'sse was slow', 'sse went']);
  expect(one.seen.cuts).toBe(1);
});

it('drains: all are sent away at once, who has not gone in a second is cut, and nobody comes any more', () => {
  const connections = createLiveConnections(limits);
  const [goes, stays] = [connection(), connection()];
  connections.enter(goes);
  connections.enter(stays);
  connections.drain();
  expect([goes.seen.goodbyes, stays.seen.goodbyes]).toEqual([1, 1]);
  expect(refusalOf(() => connections.enter(connection()))).toEqual([503, 'NOT_READY']);
  connections.leave(goes);
  vi.advanceTimersByTime(1_000);
  expect([goes.seen.cuts, stays.seen.cuts]).toEqual([0, 1]);
});
