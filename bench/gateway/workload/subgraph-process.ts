// The shop's four subgraphs in one process, and a fifth port to control them. It writes its ports as its first line.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../floors/read-body.ts';
import { readBenchmarkSample } from './benchmark-sample.ts';
import { afterExactly } from './exact-delay.ts';
import { createReplayedAnswers } from './replayed-answers.ts';
import { buildShopSchemas } from './shop-schemas.ts';
import { type ShopSubgraph, shopSubgraphs } from './shop-sdl.ts';
import { type RecordedCall, type SubgraphReport, subgraphSettings } from './subgraph-control.ts';

const schemas = buildShopSchemas(readBenchmarkSample());
const answers = shopSubgraphs.map((name) => [name, createReplayedAnswers(schemas[name])] as const);

let settings = subgraphSettings.parse({});
let settingsSince = performance.now();
let recorded: RecordedCall[] = [];
const calls: Record<ShopSubgraph, number> = { accounts: 0, inventory: 0, products: 0, reviews: 0 };

function serveSubgraph(subgraph: ShopSubgraph, answer: (body: string) => Promise<Buffer>): Server {
  return createServer((request, response) => {
    void readBody(request).then(async (body) => {
      calls[subgraph]++;
      if (settings.record) recorded.push({ subgraph, body, startedAtMs: performance.now() - settingsSince });
      const bytes = await answer(body);
      if (settings.delayMs > 0) afterExactly(settings.delayMs, () => respond(response, bytes));
      else respond(response, bytes);
    });
  });
}

function respond(response: ServerResponse, bytes: Buffer): void {
  const { cacheControl } = settings;
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': bytes.length,
    ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
  });
  response.end(bytes);
}

/** POST changes the settings and begins to count anew; GET tells. */
async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    settings = subgraphSettings.parse(JSON.parse(await readBody(request)));
    settingsSince = performance.now();
    recorded = [];
    for (const subgraph of shopSubgraphs) calls[subgraph] = 0;
  }
  const executed = answers.reduce((sum, [, { executed: count }]) => sum + count(), 0);
  const report: SubgraphReport = { calls, executed, recorded };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(report));
}

/** Connections stay open while other gateways have their turn. */
const keepAliveTimeoutMs = 600_000;

async function listen(server: Server): Promise<number> {
  server.keepAliveTimeout = keepAliveTimeoutMs;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

const subgraphs: Partial<Record<ShopSubgraph, number>> = {};
for (const [name, { answer }] of answers) subgraphs[name] = await listen(serveSubgraph(name, answer));
const controlPort = await listen(createServer((request, response) => void control(request, response)));
process.stdout.write(`${JSON.stringify({ control: controlPort, subgraphs })}\n`);
