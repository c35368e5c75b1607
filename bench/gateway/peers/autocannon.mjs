// The load where wrk is not installed. The one argument is a file of JSON: { url, connections, seconds, body, tag, firstTagNumber }.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const { url, connections, seconds, body, tag, firstTagNumber } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

let number = firstTagNumber;
const tagged = (request) => {
  number++;
  return { ...request, body: body.replaceAll(tag, `tag-${String(number).padStart(10, '0')}`) };
};

const result = await autocannon({
  url,
  connections,
  duration: seconds,
  timeout: 10,
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
  ...(tag === null ? {} : { requests: [{ setupRequest: tagged }] }),
});

const line = {
  requests: result.requests.total,
  durationUs: Math.round(result.duration * 1e6),
  bytes: result.throughput.total,
  p50Us: result.latency.p50 * 1_000,
  p99Us: result.latency.p99 * 1_000,
  badStatus: result.non2xx,
  socketErrors: result.errors + result.timeouts,
};
process.stdout.write(`${JSON.stringify(line)}\n`);
