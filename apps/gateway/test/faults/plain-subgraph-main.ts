// A subgraph in a process of its own that costs next to nothing: it answers every call with the same bytes. Argument: how
// many articles. It prints its address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const count = Number(process.argv[2]);
const nodes = Array.from({ length: count }, (_, at) => ({
  id: `a${at}`,
  slug: `story-${at}`,
  headline: `Headline ${at}`,
  canonicalUrl: `https://news.example/2026/11/22/story-${at}`,
}));
const list = JSON.stringify({ data: { articles: { nodes } } });

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=300, public' });
    response.end(list);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql\n`);
});
process.on('disconnect', () => process.exit(0));
