import { expect, it } from 'vitest';
import { Lifetime } from '../../lifetime.ts';
import type { Trouble } from '../subgraph-failure.ts';
import { breakCircuit } from './break-circuit.ts';
import { call, createWire, inMs } from './calls-for-tests.ts';
import { Circuit } from './circuit.ts';

function startBreaker() {
  const { sent, send } = createWire();
  const circuit = new Circuit({ onTurn: () => undefined });
  const broken = breakCircuit(circuit, { refused: () => undefined })(send);
  const failMany = async (trouble: Trouble, lifetime = new Lifetime()) => {
    for (let times = 0; times < 20; times++) {
      const reply = broken(call('query', lifetime), inMs(5_000)).catch(() => null);
      sent.at(-1)?.fail(trouble);
      await reply;
    }
  };
  return { sent, circuit, broken, failMany };
}

it.each<Trouble>(['UNREACHED', 'BROKEN', 'DOWN', 'FAULTY', 'TOO_LATE'])(
  'opens at %s, and then fails at once without a call',
  async (trouble) => {
    const { sent, circuit, broken, failMany } = startBreaker();
    await failMany(trouble);
    expect(circuit.state).toBe('open');
    await expect(broken(call(), inMs(5_000))).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      trouble: 'HELD_BACK',
    });
    expect(sent).toHaveLength(20);
  },
);

it.each<Trouble>(['ANSWER', 'BUSY', 'GONE', 'HELD_BACK'])('does not open at %s', async (trouble) => {
  const { circuit, failMany } = startBreaker();
  await failMany(trouble);
  expect(circuit.state).toBe('closed');
});

it.each(['CLIENT_GONE', 'TOO_LATE'] as const)('learns nothing from requests that are over (%s)', async (reason) => {
  const { circuit, failMany } = startBreaker();
  const lifetime = new Lifetime();
  lifetime.cut(reason);
  await failMany('TOO_LATE', lifetime);
  expect(circuit.state).toBe('closed');
});
