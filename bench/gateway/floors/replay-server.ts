// The upper floor: what any gateway on this HTTP client must at least do. It sends the calls that our gateway sends, wave
// after wave, parses each answer, and writes a ready object as JSON. No GraphQL.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { blankTag, withoutTag } from '../workload/tagged-query.ts';
import { readBody } from './read-body.ts';
import { replayFile } from './replay-file.ts';

const [file = '', port = '0'] = process.argv.slice(2);
const { waves, answer } = replayFile.parse(JSON.parse(readFileSync(file, 'utf8')));

const pools = new Map<string, Pool>();
for (const { origin } of waves.flat()) {
  if (!pools.has(origin)) pools.set(origin, new Pool(origin, { connections: 100 }));
}

async function call({ origin, path, body }: (typeof waves)[number][number], tag: string | null): Promise<unknown> {
  const reply = await pools.get(origin)?.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: tag === null ? body : body.replaceAll(blankTag, tag),
  });
  return reply?.body.json();
}

createServer((request, response) => {
  void readBody(request).then(async (body) => {
    const { tag } = withoutTag(JSON.stringify(JSON.parse(body)));
    for (const wave of waves) await Promise.all(wave.map((one) => call(one, tag)));
    const text = JSON.stringify(answer);
    const bytes = Buffer.from(tag === null ? text : text.replaceAll(blankTag, tag));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
    response.end(bytes);
  });
}).listen(Number(port), '127.0.0.1');
