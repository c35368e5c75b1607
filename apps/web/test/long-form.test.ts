import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formMaxBytes } from '../src/http/form-size.ts';
import { type SiteForTests, startSite } from './site-for-tests.ts';

let site: SiteForTests;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site[Symbol.asyncDispose]());

async function send(agent: Agent, method: string, path: string, body: string) {
  const headers = {
    origin: site.url,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  const sent = request(`${site.url}${path}`, { method, agent, timeout: 5_000, headers }).end(body);
  sent.on('timeout', () => sent.destroy(new Error('No answer came.')));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  await once(answer.resume(), 'end');
  return { status: answer.statusCode, reused: sent.reusedSocket };
}

const formOf = (bytes: number) => 'return=/he&x='.padEnd(bytes, 'x');

test('the longest form that the site makes is taken, and one byte more is refused', async () => {
  const agent = new Agent();
  expect((await send(agent, 'POST', '/sign-out', formOf(formMaxBytes))).status).toBe(303);
  expect((await send(agent, 'POST', '/sign-out', formOf(formMaxBytes + 1))).status).toBe(413);
});

test.each(['/sign-out', '/drafts', '/articles/any'])(
  'a form too long for %s leaves its connection free for the next request',
  async (path) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect((await send(agent, 'POST', path, formOf(2_000_000))).status).toBe(413);
    expect(await send(agent, 'GET', '/robots.txt', '')).toEqual({ status: 200, reused: true });
    agent.destroy();
  },
);
