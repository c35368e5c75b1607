import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventReader } from './event-reader.ts';

const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

test('the same events come out, wherever the bytes and the chunks are cut', () => {
  const events = ['{"a":"é"}', '{"b":2}', 'ש'];
  const text = events.map((data) => `event: next\ndata: ${data}\n\n:\n\n`).join('');
  fc.assert(
    fc.property(fc.nat(text.length), fc.integer({ min: 1, max: 50 }), (cut, step) => {
      const parts = [text.slice(0, cut), text.slice(cut)].filter(Boolean);
      const bytes = Buffer.from(head + parts.map(chunk).join(''));
      const seen: string[] = [];
      const reader = new EventReader((data) => seen.push(data));
      for (let at = 0; at < bytes.length; at += step) reader.read(bytes.subarray(at, at + step));
      expect(seen).toEqual(events);
    }),
  );
});

test('a refusal is none of a stream', () => {
  expect(() => new EventReader(() => undefined).read(Buffer.from('HTTP/1.1 503 no\r\n\r\n'))).toThrow('503');
});
