import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../floors/read-body.ts';
import { afterExactly } from './exact-delay.ts';
import { type AnswerOnce, createReplayedAnswers } from './replayed-answers.ts';
import { type RecordedCall, type SubgraphReport, subgraphSettings } from './subgraph-control.ts';

/** Connections stay open while other gateways have their turn. */
const keepAliveTimeoutMs = 600_000;

/**
 * Serves subgraphs in this process, each on a port of its own, and one more port to control them. Writes the ports as the
 * first line of its output.
 */
export async function serveReplayed(subgraphs: Readonly<Record<string, AnswerOnce>>): Promise<void> {
  const names = Object.keys(subgraphs);
  const answers = Object.entries(subgraphs).map(([name, once]) => [name, createReplayedAnswers(once)] as const);
  const noCalls = () => Object.fromEntries(names.map((name) => [name, 0]));
  let settings = subgraphSettings.parse({});
  let settingsSince = performance.now();
  let recorded: RecordedCall[] = [];
  let calls: Record<string, number> = noCalls();

  type Answer = (typeof answers)[number][1]['answer'];
  const serveSubgraph = (subgraph: string, answer: Answer) =>
    createServer((request, response) => {
      const answered = readBody(request).then(async (body) => {
        calls[subgraph] = (calls[subgraph] ?? 0) + 1;
        if (settings.record) recorded.push({ subgraph, body, startedAtMs: performance.now() - settingsSince });
        const { body: bytes, cacheControl } = await answer(body, request.headers);
        const reply = () => respond(response, bytes, settings.cacheControl ?? cacheControl);
        if (settings.delayMs > 0) afterExactly(settings.delayMs, reply);
        else reply();
      });
      answered.catch((error) => response.writeHead(502).end(String(error)));
    });

  /** POST changes the settings and begins to count anew; GET tells. */
  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      settings = subgraphSettings.parse(JSON.parse(await readBody(request)));
      settingsSince = performance.now();
      recorded = [];
      calls = noCalls();
    }
    const executed = answers.reduce((sum, [, { executed: count }]) => sum + count(), 0);
    const report: SubgraphReport = { calls, executed, recorded };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(report));
  }

  const ports: Record<string, number> = {};
  for (const [name, { answer }] of answers) ports[name] = await listen(serveSubgraph(name, answer));
  const controlPort = await listen(createServer((request, response) => void control(request, response)));
  process.stdout.write(`${JSON.stringify({ control: controlPort, subgraphs: ports })}\n`);
}

function respond(response: ServerResponse, bytes: Buffer, cacheControl: string | undefined): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': bytes.length,
    ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
  });
  response.end(bytes);
}

async function listen(server: Server): Promise<number> {
  server.keepAliveTimeout = keepAliveTimeoutMs;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}
