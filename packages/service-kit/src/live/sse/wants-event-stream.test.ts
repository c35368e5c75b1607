import { expect, it } from 'vitest';
import { wantsEventStream } from './wants-event-stream.ts';

it.each([
  ['text/event-stream', true],
  ['text/event-stream, */*;q=0.1', true],
  ['text/event-stream, multipart/mixed', true],
  ['Text/Event-Stream;charset=utf-8', true],
  ['application/json;q=0.5, text/event-stream', true],
  // What urql sends with every query.
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    false,
  ],
  ['text/event-stream;q=0', false],
  ['application/json', false],
  ['*/*', false],
  ['', false],
  [undefined, false],
])('%s: %s', (accept, wanted) => {
  expect(wantsEventStream(accept)).toBe(wanted);
});
