import { afterAll, expect, it } from 'vitest';
import { supergraphSdl } from '../../../test/native-planner/bomb.ts';
import { createApolloPlanner } from './apollo-planner.ts';
import { createPlannerProcesses } from './native/planner-processes.ts';
import { createRemoteApolloPlanner } from './remote-apollo-planner.ts';

const silent = { warn: () => {}, error: () => {} };
const planners = createPlannerProcesses(silent);
afterAll(() => planners.close());

const options = { supergraphSdl, overrideLabels: [] };

it("Apollo's planner plans the same in a process of its own as in this one", { timeout: 60_000 }, async () => {
  const here = createApolloPlanner(options);
  const there = createRemoteApolloPlanner(options, planners.apollo);
  for (const document of [
    '{ article(id: "a") { headline thread { commentCount } } }',
    'mutation { publishArticle(id: "a") { article { id } } }',
  ]) {
    const request = { document, operationName: null, percentage: 0 };
    expect(await there.plan(request)).toEqual(await here.plan(request));
  }
  expect(there.overridePercentages).toEqual(here.overridePercentages);
  await expect(there.plan({ document: '{ nothing }', operationName: null, percentage: 0 })).rejects.toThrow(/nothing/);
});
