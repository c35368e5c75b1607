import { expect, it } from 'vitest';
import { createCheckedPlanner } from './checked-planner.ts';
import type { Plan } from './plan.ts';
import type { Planner, PlannerName } from './planner.ts';
import { composed } from './test/composed.ts';

const supergraph = composed({ a: 'type Query { f: Int }', b: 'type Query { g: Int }' });
const request = { document: '{ f }', operationName: null, percentage: 0 };

/** Asks one subgraph for f, whether that is right or not. */
function planner(name: PlannerName, subgraph: string): Planner {
  const call = { kind: 'call', subgraph, operation: 'query', document: '{ f }' } as const;
  const plan: Plan = { ...call, variables: [], batches: [], outputRenames: [] };
  return { name, overridePercentages: [], plan: async () => plan };
}

it('gives the first plan when it is right, and never makes the other planner', async () => {
  const second = () => Promise.reject(new Error('not to be made'));
  const checked = createCheckedPlanner({ first: planner('hive', 'a'), second }, supergraph, []);
  expect(await checked.plan(request)).toMatchObject({ subgraph: 'a' });
});

it('asks the other planner when the plan is wrong, and makes it once', async () => {
  let made = 0;
  const second = async () => {
    made += 1;
    return planner('apollo', 'a');
  };
  const checked = createCheckedPlanner({ first: planner('hive', 'b'), second }, supergraph, []);
  expect(await checked.plan(request)).toMatchObject({ subgraph: 'a' });
  expect(await checked.plan(request)).toMatchObject({ subgraph: 'a' });
  expect(made).toBe(1);
});

it('asks the other planner when there is no plan', async () => {
  const first: Planner = { ...planner('hive', 'a'), plan: () => Promise.reject(new Error('no way')) };
  const checked = createCheckedPlanner({ first, second: async () => planner('apollo', 'a') }, supergraph, []);
  expect(await checked.plan(request)).toMatchObject({ subgraph: 'a' });
});

it('refuses when neither plan is right, and says why', async () => {
  const first = planner('hive', 'b');
  const checked = createCheckedPlanner({ first, second: async () => planner('apollo', 'b') }, supergraph, []);
  await expect(checked.plan(request)).rejects.toThrow(/hive: b has no field f in Query; apollo: b has no field f/);
  const alone = createCheckedPlanner({ first, second: null }, supergraph, []);
  await expect(alone.plan(request)).rejects.toThrow(/hive: b has no field f in Query/);
});

it('refuses when the other planner cannot be made', async () => {
  const second = () => Promise.reject(new Error('not for this machine'));
  const checked = createCheckedPlanner({ first: planner('hive', 'b'), second }, supergraph, []);
  await expect(checked.plan(request)).rejects.toThrow(/not for this machine/);
});
