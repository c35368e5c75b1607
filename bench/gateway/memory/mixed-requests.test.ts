import { expect, test } from 'vitest';
import { blankTag } from '../workload/tagged-query.ts';
import { mixedRequest } from './mixed-requests.ts';

const operations = {
  publicOperation: { body: '{"query":"{ users { id } }"}', tagged: false, expected: null },
  taggedOperation: { body: JSON.stringify({ query: 'q', variables: { tag: blankTag } }), tagged: true, expected: null },
};
const mix = Array.from({ length: 200 }, (_, number) => mixedRequest(number, operations));

test('the mix has every kind of request: repeated, new, wrong, and given up', () => {
  expect(mix.filter(({ body }) => body === operations.publicOperation.body).length).toBeGreaterThan(60);
  expect(new Set(mix.map(({ body }) => body)).size).toBeGreaterThan(60);
  expect(mix.filter(({ isWrong }) => isWrong)).toHaveLength(20);
  expect(mix.filter(({ hangsUp }) => hangsUp)).toHaveLength(10);
});

test('no two requests that are to be new are the same', () => {
  const isNew = ({ body }: { body: string }) => body !== operations.publicOperation.body && !body.endsWith('users');
  const bodies = mix.filter(isNew).map(({ body }) => body);
  expect(new Set(bodies).size).toBe(bodies.length);
});
