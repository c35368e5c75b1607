import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventStreamParser, EventTooLarge, type StreamEvent } from './event-stream-parser.ts';

function parse(chunks: readonly (string | Buffer)[], maxBytes = 1_000): StreamEvent[] {
  const events: StreamEvent[] = [];
  const parser = new EventStreamParser(maxBytes, (event) => events.push(event));
  for (const chunk of chunks) parser.push(Buffer.from(chunk));
  return events;
}

describe('a stream of events', () => {
  it.each<[string, string, StreamEvent[]]>([
    ['a name and data', 'event: next\ndata: {}\n\n', [{ name: 'next', data: '{}' }]],
    ['no space after the colon', 'event:next\ndata:{}\n\n', [{ name: 'next', data: '{}' }]],
    ['no name', 'data: x\n\n', [{ name: 'message', data: 'x' }]],
    ['no data', 'event: complete\n\n', [{ name: 'complete', data: '' }]],
    ['empty data', 'event: complete\ndata\n\n', [{ name: 'complete', data: '' }]],
    ['several lines of data', 'data: a\ndata:  b\ndata:\n\n', [{ name: 'message', data: 'a\n b\n' }]],
    ['comments', ':\n\n: hello\ndata: a\n:\n\n', [{ name: 'message', data: 'a' }]],
    ['a byte order mark', '\uFEFFdata: a\n\n', [{ name: 'message', data: 'a' }]],
    ['fields that mean nothing here', 'id: 7\nretry: 9\nother: x\ndata: a\n\n', [{ name: 'message', data: 'a' }]],
    [
      'lines that end in CR',
      'data: a\r\rdata: b\r\r',
      [
        { name: 'message', data: 'a' },
        { name: 'message', data: 'b' },
      ],
    ],
    [
      'lines that end in CR LF',
      'data: a\r\n\r\ndata: b\r\n\r\n',
      [
        { name: 'message', data: 'a' },
        { name: 'message', data: 'b' },
      ],
    ],
    ['an end in the middle of an event', 'data: a\n\ndata: b\n', [{ name: 'message', data: 'a' }]],
  ])('with %s is read as the standard says', (_name, text, events) => {
    expect(parse([text])).toEqual(events);
  });

  it('gives the same events, wherever its chunks end', () => {
    const line = fc.constantFrom('data: ä€😀', 'data: {"a":1}', 'event: next', ':', ': beat', 'data', '', '', 'id: 1');
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        end,
        fc.array(fc.nat(200), { maxLength: 8 }),
        (lines, by, cuts) => {
          const bytes = Buffer.from(lines.map((text) => text + by).join(''));
          const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
          const chunks = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
          expect(parse(chunks)).toEqual(parse([bytes]));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds one event of at most so many bytes; comments and the events before do not count', () => {
    const just = `data: ${'x'.repeat(94)}\n\n`;
    expect(parse([`: ${'c'.repeat(50)}\n`.repeat(3), just, just], 100)).toHaveLength(2);
    expect(() => parse(['data: x\n', `data: ${'x'.repeat(88)}\n\n`], 100)).toThrow(EventTooLarge);
    expect(() => parse(['data: ', 'x'.repeat(95)], 100)).toThrow(EventTooLarge);
    expect(() => parse([':', 'c'.repeat(100)], 100)).toThrow(EventTooLarge);
  });
});
