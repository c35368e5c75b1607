import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { readBody } from '../floors/read-body.ts';
import { blankTag, tagOf, withoutTag } from '../workload/tagged-query.ts';
import { checkAnswers } from './check-answers.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A gateway that answers as told; `count` is how many requests came before. */
async function serve(answer: (body: string, count: number) => { readonly status?: number; readonly body: unknown }) {
  let count = 0;
  server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const { status = 200, body } = answer(text, count++);
      response.writeHead(status).end(JSON.stringify(body));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const expected = { data: { a: 1 } };
const plain = { body: '{"query":"{ a }"}', tagged: false, expected };
const tagged = {
  body: JSON.stringify({ query: 'q', variables: { tag: blankTag } }),
  tagged: true,
  expected: { data: { ticket: blankTag } },
};
const load = { connections: 5, seconds: 0.05, minAnswers: 50 };

test('right answers are counted, whatever the order of their bytes and their extensions', async () => {
  const url = await serve((_, count) => ({
    body: count % 2 ? { extensions: { cost: count }, ...expected } : expected,
  }));
  const { checked, wrong, bytes } = await checkAnswers({ url, operation: plain, ...load });
  expect(wrong).toBe(0);
  expect(checked).toBeGreaterThanOrEqual(50);
  expect(bytes).toBeGreaterThan(10);
});

test.each([
  ['a value that is not the expected one', { body: { data: { a: 2 } } }],
  ['an error beside the right data', { body: { ...expected, errors: [{ message: 'no' }] } }],
  ['the right answer with the wrong status', { status: 500, body: expected }],
])('one answer in ten with %s is seen and told', async (_, fault) => {
  const url = await serve((_body, count) => (count % 10 === 9 ? fault : { body: expected }));
  const { checked, wrong, firstFault } = await checkAnswers({ url, operation: plain, ...load });
  expect(wrong).toBe(Math.floor(checked / 10));
  expect(firstFault).toMatch(/^status (200|500): differs at/);
});

test("each request has a tag of its own, and another request's answer is wrong", async () => {
  const tags = new Set<string>();
  const url = await serve((body) => {
    const { tag } = withoutTag(body);
    if (tag) tags.add(tag);
    return { body: { data: { ticket: tag } } };
  });
  const right = await checkAnswers({ url, operation: tagged, ...load });
  expect(right.wrong).toBe(0);
  expect(tags.size).toBe(right.checked);

  server?.close();
  server?.closeAllConnections();
  const shared = await serve(() => ({ body: { data: { ticket: tagOf(123) } } }));
  const { checked, wrong } = await checkAnswers({ url: shared, operation: tagged, ...load });
  expect(wrong).toBe(checked);
});

test('a gateway that falls is told, not thrown', async () => {
  const { wrong, firstFault } = await checkAnswers({ url: 'http://127.0.0.1:1/', operation: plain, ...load });
  expect(wrong).toBe(1);
  expect(firstFault).toMatch(/ECONNREFUSED/);
});
