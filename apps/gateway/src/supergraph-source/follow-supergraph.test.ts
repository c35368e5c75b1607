import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createLogger } from '@dateline/service-kit/logger';
import { afterEach, expect, it } from 'vitest';
import { followSupergraph } from './follow-supergraph.ts';
import { createUrlSource } from './url-source.ts';

const sdl = readFileSync(fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql')), 'utf8');

const closing: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

it('serves each supergraph once, however often it is looked at while the one before is made ready', async () => {
  const state = { version: 'A', looks: 0 };
  const server = createServer((_request, response) => {
    state.looks++;
    response.end(`${sdl}# ${state.version}`);
  });
  closing.push(() => server.close().closeAllConnections());
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const logger = createLogger('gateway', 'silent');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const source = createUrlSource({ url, authorization: null, pollMs: 5, logger });
  await source.load();

  const { promise: ready, resolve: makeReady } = Promise.withResolvers<void>();
  const served: string[] = [];
  const followed = followSupergraph({
    source,
    logger,
    async serve({ sdl: given }) {
      served.push(given.slice(-1));
      await ready;
    },
  });
  closing.push(followed.stop);
  const looks = async (more: number) => {
    const enough = state.looks + more;
    await expect.poll(() => state.looks).toBeGreaterThan(enough);
  };
  state.version = 'B';
  await expect.poll(() => served).toEqual(['B']);
  state.version = 'C';
  await looks(10);
  makeReady();
  await expect.poll(() => served).toEqual(['B', 'C']);
  await looks(10);
  expect(served).toEqual(['B', 'C']);
});
