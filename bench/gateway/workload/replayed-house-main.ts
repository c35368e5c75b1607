// Stands before the subgraphs of a house: each request is passed on once, and answered from memory from then on. The one
// argument is JSON: the subgraphs' addresses by name.
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { serveReplayed } from './serve-replayed.ts';

const urls = z.record(z.string(), z.url()).parse(JSON.parse(process.argv[2] ?? ''));

async function passOn(url: string, body: string, headers: IncomingHttpHeaders) {
  // The signature and whatever else the gateway said; what belongs to its connection is left behind.
  const { host: _host, connection: _connection, 'content-length': _length, ...kept } = headers;
  const passed = Object.entries(kept).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const answer = await fetch(url, { method: 'POST', body, headers: Object.fromEntries(passed) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${text.slice(0, 300)}`);
  return { body: text, cacheControl: answer.headers.get('cache-control') ?? undefined };
}

await serveReplayed(
  Object.fromEntries(
    Object.entries(urls).map(([name, url]) => [
      name,
      (body: string, headers: IncomingHttpHeaders) => passOn(url, body, headers),
    ]),
  ),
);
