import { expect, it } from 'vitest';
import { CommandFault, InputFault, PassingFault, UnreachableFault } from '../faults.ts';
import type { Gateway } from '../gateway.ts';
import { patientGateway, waitBefore } from './patient-gateway.ts';

/** A gateway that fails so, in turn, and then answers. */
function failing(...errors: readonly (Error | undefined)[]) {
  let asked = 0;
  const gateway: Gateway = {
    async send() {
      const error = errors[asked++];
      if (error) throw error;
      return 'answer' as never;
    },
  };
  return { gateway, asked: () => asked };
}

const patience = { tries: 4, firstWaitMs: 1, maxWaitMs: 2 };
const document = {} as never;

it('asks again when trouble passes by itself, as often as it is told', async () => {
  const busy = new PassingFault('busy');
  const three = failing(busy, busy, busy);
  expect(await patientGateway(three.gateway, patience).send(document, {})).toBe('answer');
  const four = failing(busy, busy, busy, busy);
  await expect(patientGateway(four.gateway, patience).send(document, {})).rejects.toBe(busy);
  expect(four.asked()).toBe(4);
});

it.each([new InputFault('wrong'), new CommandFault('refused'), new UnreachableFault('nobody')])(
  'does not ask again after %o of a gateway that never answered',
  async (error) => {
    const { gateway, asked } = failing(error);
    await expect(patientGateway(gateway, patience).send(document, {})).rejects.toBe(error);
    expect(asked()).toBe(1);
  },
);

it('waits for a gateway that goes away after it has answered', async () => {
  const gone = new UnreachableFault('nobody');
  const patient = patientGateway(failing(undefined, gone, gone).gateway, patience);
  await patient.send(document, {});
  expect(await patient.send(document, {})).toBe('answer');
});

it('stops waiting when the run is stopped', async () => {
  const stop = new AbortController();
  const busy = new PassingFault('busy');
  const onWait = () => stop.abort();
  const patient = patientGateway(failing(busy).gateway, {
    tries: 9,
    firstWaitMs: 1e6,
    maxWaitMs: 1e6,
    signal: stop.signal,
    onWait,
  });
  await expect(patient.send(document, {})).rejects.toBe(busy);
});

it('waits as long as the server says, else longer each time up to a bound, and never all at once', () => {
  const most = { firstWaitMs: 100, maxWaitMs: 1_000 };
  expect(waitBefore(0, 5_000, most, () => 0)).toBe(5_000);
  expect([0, 1, 2, 9].map((failures) => waitBefore(failures, undefined, most, () => 1))).toEqual([
    100, 200, 400, 1_000,
  ]);
  expect(waitBefore(9, undefined, most, () => 0)).toBe(500);
});
