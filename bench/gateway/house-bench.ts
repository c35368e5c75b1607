import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePorts } from '@dateline/scripts/ports';
import { apollo } from './contenders/apollo.ts';
import type { Contender } from './contenders/contender.ts';
import { oursInTheHouse } from './contenders/ours-in-the-house.ts';
import type { Operation } from './load/operation.ts';
import { startContender, untilAnswers } from './measure/contender-process.ts';
import { createFleet, type Fleet } from './measure/fleet.ts';
import type { Backend } from './measure/measure-rows.ts';
import { findArticlePage } from './workload/article-page.ts';
import { type BenchHouse, startBenchHouse } from './workload/house.ts';
import { houseSupergraph } from './workload/house-supergraph.ts';
import { startReplayed } from './workload/replayed-subgraphs.ts';

/** Our house behind gateways: its subgraphs as they are, and the same with their answers from memory. */
export interface HouseBench extends AsyncDisposable {
  readonly articlePage: Operation;
  readonly ours: Contender;
  readonly oursKeeping: Contender;
  readonly apolloStock: Contender;
  readonly real: { readonly fleet: Fleet; readonly backend: Backend };
  readonly replayed: { readonly fleet: Fleet; readonly backend: Backend };
}

const signingModule = new URL(import.meta.resolve('@dateline/service-kit/viewer-signature')).href;

export async function startHouseBench(folder: string, say: (line: string) => void): Promise<HouseBench> {
  await using cleanUp = new AsyncDisposableStack();
  say('\nStarting the house: Postgres, the demo edition, three subgraphs …');
  const house = cleanUp.use(await startBenchHouse(folder));
  const memory = cleanUp.use(await startReplayed('replayed-house-main.ts', [JSON.stringify(house.urls)]));
  const apolloStock = apollo('apollo-stock', 'Apollo Server + @apollo/gateway, stock, signing', {
    client: 'stock',
    responseCache: false,
    signing: { module: signingModule, secret: house.viewerSigningSecret },
  });
  const ours = oursInTheHouse('ours-cold', '**ours**, cold', false, house);
  const oursKeeping = oursInTheHouse('ours-keeping', '**ours**, as the house runs it: shared and cached', true, house);
  const placeOf = (name: string, subgraphUrls: Readonly<Record<string, string>>) => {
    const supergraphFile = join(folder, `${name}.supergraph.graphql`);
    writeFileSync(supergraphFile, houseSupergraph(subgraphUrls));
    return { folder, supergraphFile, subgraphUrls };
  };
  const realPlace = placeOf('house', house.urls);
  const articlePage = await articlePageOf(apolloStock, realPlace);
  const real = cleanUp.use(createFleet(realPlace));
  const replayed = cleanUp.use(createFleet(placeOf('replayed-house', memory.urls)));
  const owned = cleanUp.move();
  return {
    articlePage,
    ours,
    oursKeeping,
    apolloStock,
    real: { fleet: real, backend: uncounted(house) },
    replayed: {
      fleet: replayed,
      backend: {
        set: memory.set,
        calls: async () => Object.values((await memory.report()).calls).reduce((sum, count) => sum + count, 0),
        pids: () => [memory.pid],
      },
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Real subgraphs answer as they answer, and count for themselves. */
function uncounted({ pids }: BenchHouse): Backend {
  return { set: async () => {}, calls: async () => null, pids: () => pids };
}

async function articlePageOf(contender: Contender, place: Parameters<typeof createFleet>[0]): Promise<Operation> {
  const { gateway: port } = await findFreePorts();
  const running = startContender(contender, { ...place, port });
  try {
    await untilAnswers(running, JSON.stringify({ query: '{ __typename }' }), () => true);
    return await findArticlePage(running.url);
  } finally {
    await running.end();
  }
}
