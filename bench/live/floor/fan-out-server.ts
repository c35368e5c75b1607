// The floor below all: bare node:http that keeps its responses in a set and writes the same bytes to each of them.
import { createServer, type ServerResponse } from 'node:http';
import { machineMs } from '../world/clock.ts';
import { answerOf } from '../world/story.ts';

const open = new Set<ServerResponse>();

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  if (request.url === '/publish') {
    const event = `event: next\ndata: ${answerOf(Number(JSON.parse(body).number))}\n\n`;
    const at = machineMs();
    for (const stream of open) stream.write(event);
    response.end(JSON.stringify({ at, told: open.size }));
    return;
  }
  if (request.headers.accept !== 'text/event-stream') {
    response.setHeader('content-type', 'application/json');
    response.end('{"data":{"ready":true}}');
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
  open.add(response);
  response.once('close', () => open.delete(response));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
