import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contender } from './contenders/contender.ts';
import { bytesFloor, replayFloor } from './contenders/floors.ts';
import { hiveRust } from './contenders/hive.ts';
import { oursCold } from './contenders/ours.ts';
import type { Operation } from './load/operation.ts';
import { createFleet, type Fleet } from './measure/fleet.ts';
import type { Backend } from './measure/measure-rows.ts';
import type { ShopParts } from './sections/section.ts';
import { readBenchmarkSample } from './workload/benchmark-sample.ts';
import { answerOfOneService } from './workload/expected-answer.ts';
import { recordCalls } from './workload/record-calls.ts';
import { type ReplayedSubgraphs, startReplayed } from './workload/replayed-subgraphs.ts';
import { composeShop } from './workload/shop-supergraph.ts';
import { blankTag, taggedQuery } from './workload/tagged-query.ts';

/** The shop with everything before it, ready for its sections. */
export interface ShopBench extends AsyncDisposable {
  readonly fleet: Fleet;
  readonly backend: Backend;
  readonly parts: ShopParts;
  readonly shop: ReplayedSubgraphs;
  readonly supergraphFile: string;
  readonly folder: string;
}

export async function startShopBench(folder: string, say: (line: string) => void): Promise<ShopBench> {
  await using cleanUp = new AsyncDisposableStack();
  const shop = cleanUp.use(await startReplayed('shop-main.ts'));
  const supergraphFile = join(folder, 'shop.supergraph.graphql');
  writeFileSync(supergraphFile, composeShop(shop.urls));
  const fleet = cleanUp.use(createFleet({ folder, supergraphFile, subgraphUrls: shop.urls }));
  const parts = await shopParts({ shop, fleet }, say);
  const owned = cleanUp.move();
  return {
    shop,
    fleet,
    parts,
    supergraphFile,
    folder,
    backend: {
      set: shop.set,
      calls: async () => Object.values((await shop.report()).calls).reduce((sum, count) => sum + count, 0),
      pids: () => [shop.pid],
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

interface Running {
  readonly shop: ReplayedSubgraphs;
  readonly fleet: Fleet;
}

async function shopParts(running: Running, say: (line: string) => void): Promise<ShopParts> {
  const sample = readBenchmarkSample();
  const tagged = taggedQuery(sample.query);
  const variables = { tag: blankTag };
  const publicOperation = operationOf(
    { query: sample.query },
    { tagged: false, expected: answerOfOneService(sample, sample.query) },
  );
  const taggedOperation = operationOf(
    { query: tagged, variables },
    { tagged: true, expected: answerOfOneService(sample, tagged, variables) },
  );
  const recorder = await firstThatAnswers(running, publicOperation, say);
  const whose = recorder === oursCold ? 'ours' : recorder.title;
  const replay = await recordCalls(running, recorder, publicOperation);
  const taggedReplay = await recordCalls(running, recorder, taggedOperation);
  return {
    publicOperation,
    taggedOperation,
    bytesFloor: bytesFloor(JSON.stringify(publicOperation.expected)),
    replayFloor: replayFloor('floor-replay', whose, replay),
    taggedReplayFloor: replayFloor('floor-replay-tagged', whose, taggedReplay),
    waves: replay.waves.length,
  };
}

function operationOf(request: object, rest: Omit<Operation, 'body'>): Operation {
  return { body: JSON.stringify(request), ...rest };
}

/** The replay floor sends our own calls; should ours not run, then those of the next best plan. */
async function firstThatAnswers(
  { fleet }: Running,
  operation: Operation,
  say: (line: string) => void,
): Promise<Contender> {
  try {
    await fleet.take(oursCold, operation);
    return oursCold;
  } catch (error) {
    say(`The floor replays the calls of ${hiveRust.title}: ${error instanceof Error ? error.message : error}`);
    return hiveRust;
  }
}
