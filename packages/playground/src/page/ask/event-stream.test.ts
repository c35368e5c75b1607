import { expect, test } from 'vitest';
import { readEvents } from './event-stream.ts';

async function read(chunks: readonly (string | Uint8Array)[]) {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const events = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test('events are read wherever the chunks are cut, also within a character', async () => {
  const bytes = new TextEncoder().encode(':\n\nevent: next\ndata: {"a":"é"}\n\nevent: complete\ndata:\n\n');
  const expected = [
    { event: 'next', data: '{"a":"é"}' },
    { event: 'complete', data: '' },
  ];
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(expected);
  }
});

test('ids and heartbeats are passed over, and lines may end as on other systems', async () => {
  expect(await read([':\n\n', ': beat\n\n', 'id: 7\r\nevent: next\r\ndata: 1\r\n\r\n'])).toEqual([
    { event: 'next', data: '1' },
  ]);
});
