import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakerState } from '../../telemetry/events.ts';
import { type CallResult, Circuit } from './circuit.ts';

function startCircuit() {
  const turns: BreakerState[] = [];
  const time = { now: 0 };
  const circuit = new Circuit({ onTurn: (state) => void turns.push(state), clock: () => time.now });
  /** Was it let in? */
  const call = (result: CallResult): boolean => {
    const pass = circuit.enter();
    if (pass !== null) circuit.leave(pass, result);
    return pass !== null;
  };
  const calls = (count: number, result: CallResult) => {
    for (let at = 0; at < count; at++) call(result);
  };
  return { circuit, turns, time, call, calls };
}

describe('a closed circuit', () => {
  it('opens at the twentieth call when half of them failed, not at the nineteenth', () => {
    const { circuit, calls } = startCircuit();
    calls(10, 'good');
    calls(9, 'failed');
    expect(circuit.state).toBe('closed');
    calls(1, 'failed');
    expect(circuit.state).toBe('open');
  });

  it('stays closed while less than half fail, however many', () => {
    const { circuit, calls } = startCircuit();
    for (let round = 0; round < 100; round++) {
      calls(6, 'good');
      calls(5, 'failed');
    }
    expect(circuit.state).toBe('closed');
  });

  it('forgets what was ten seconds ago, by the second', () => {
    const { circuit, calls, time } = startCircuit();
    calls(19, 'failed');
    time.now = 9_999;
    expect(circuit.state).toBe('closed');
    time.now = 10_000;
    calls(1, 'failed');
    expect(circuit.state).toBe('closed');
    time.now = 10_999;
    calls(18, 'failed');
    expect(circuit.state).toBe('closed');
    calls(1, 'failed');
    expect(circuit.state).toBe('open');
  });

  it('learns nothing from calls that nobody waited for', () => {
    const { circuit, calls } = startCircuit();
    calls(1_000, 'unknown');
    calls(19, 'failed');
    expect(circuit.state).toBe('closed');
  });
});

describe('an open circuit', () => {
  it.each([
    ['seven seconds when the subgraph saw the call fail', 'failed', 7_000],
    ['two seconds when the call came to nobody', 'unreached', 2_000],
  ] as const)('lets nothing pass for %s, then one at a time', (_name, result, restMs) => {
    const { circuit, calls, call, time } = startCircuit();
    calls(20, result);
    time.now = restMs - 1;
    expect(call('good')).toBe(false);
    time.now = restMs;
    const probe = circuit.enter();
    expect([probe === null, circuit.state, circuit.enter()]).toEqual([false, 'half-open', null]);
  });

  it('closes after three good probes in a row, and not after two', () => {
    const { turns, calls, time } = startCircuit();
    calls(20, 'failed');
    time.now = 7_000;
    calls(2, 'good');
    expect(turns).toEqual(['open', 'half-open']);
    calls(1, 'good');
    expect(turns).toEqual(['open', 'half-open', 'closed']);
  });

  it('opens again with the first probe that fails, and begins to count anew', () => {
    const { turns, calls, call, time } = startCircuit();
    calls(20, 'failed');
    time.now = 7_000;
    calls(2, 'good');
    calls(1, 'failed');
    expect(call('good')).toBe(false);
    time.now = 14_000;
    calls(2, 'good');
    expect(turns).toEqual(['open', 'half-open', 'open', 'half-open']);
  });

  it('lets at most five failing probes through in any thirty seconds', () => {
    const { calls, call, time } = startCircuit();
    calls(20, 'failed');
    const probes: number[] = [];
    for (time.now = 0; time.now < 300_000; time.now += 10) if (call('failed')) probes.push(time.now);
    expect(probes.length).toBeGreaterThan(30);
    for (const from of probes) {
      expect(probes.filter((at) => at >= from && at < from + 30_000).length).toBeLessThanOrEqual(5);
    }
  });

  it('lets another probe in when the client of the first has gone', () => {
    const { circuit, calls, call, time } = startCircuit();
    calls(20, 'failed');
    time.now = 7_000;
    expect(call('unknown')).toBe(true);
    calls(2, 'good');
    expect(circuit.state).toBe('half-open');
    calls(1, 'good');
    expect(circuit.state).toBe('closed');
  });

  it('hears nothing from calls that began before it turned', () => {
    const { circuit, calls, time } = startCircuit();
    const early = [circuit.enter(), circuit.enter(), circuit.enter()];
    calls(20, 'failed');
    time.now = 7_000;
    const probe = circuit.enter();
    for (const pass of early) circuit.leave(pass ?? -1, 'good');
    expect([probe === null, circuit.state, circuit.enter()]).toEqual([false, 'half-open', null]);
  });
});

it('is never stuck: whatever happens, thirty seconds later a call gets through', () => {
  const step = fc.record({
    wait: fc.nat(9_000),
    result: fc.constantFrom<CallResult>('good', 'failed', 'unreached', 'unknown'),
    times: fc.nat(30),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { calls, call, time } = startCircuit();
      for (const { wait, result, times } of steps) {
        time.now += wait;
        calls(times, result);
      }
      time.now += 30_000;
      expect(call('good')).toBe(true);
    }),
  );
});
