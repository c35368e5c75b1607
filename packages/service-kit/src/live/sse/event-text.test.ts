import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  asChunk,
  completeEvent,
  completeEventOf,
  nextChunk,
  nextEvent,
  nextEventOf,
  silentEvent,
} from './event-text.ts';

interface Event {
  readonly type: string;
  readonly data: string;
}

/** Reads a stream as the standard says a browser does: "9.2.6 Interpreting an event stream". */
function interpret(stream: string): Event[] {
  const events: Event[] = [];
  let type = '';
  let data = '';
  for (const line of stream.split(/\r\n|\n|\r/)) {
    if (line === '') {
      if (data !== '') events.push({ type: type || 'message', data: data.slice(0, -1) });
      type = '';
      data = '';
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    if (field === 'data') data += `${value}\n`;
  }
  return events;
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\n', '\r', '\u2028', '\ufeff', '\0', ':', ' ', 'data', 'event', 'id', 'retry', '"'),
  }),
);

it('gives every JSON value back as it was, between other events', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ data: fc.oneof(text, fc.jsonValue()) })), (answers) => {
      const stream = answers.map((answer) => nextEvent(JSON.stringify(answer)) + silentEvent).join('') + completeEvent;
      const events = interpret(stream);
      expect(events.map(({ type }) => type)).toEqual([...answers.map(() => 'next'), 'complete']);
      expect(events.slice(0, -1).map(({ data }) => data)).toEqual(answers.map((answer) => JSON.stringify(answer)));
    }),
  );
});

it('lets no text begin an event of its own, be it JSON or not', () => {
  fc.assert(
    fc.property(text, (anything) => {
      const [event, ...more] = interpret(nextEvent(anything));
      expect(more).toEqual([]);
      expect(event).toEqual({ type: 'next', data: anything.replaceAll(/\r\n|\r/g, '\n') });
    }),
  );
  expect(interpret(nextEvent('a\n\nevent: complete\ndata: b'))).toHaveLength(1);
});

it("keeps an operation's name and its answer apart on a shared stream", () => {
  fc.assert(
    fc.property(text, fc.jsonValue(), (id, payload) => {
      const json = JSON.stringify(payload);
      const [next, complete, ...more] = interpret(nextEventOf(id, json) + completeEventOf(id));
      expect(more).toEqual([]);
      expect(next).toEqual({ type: 'next', data: JSON.stringify({ id, payload: JSON.parse(json) }) });
      expect(complete).toEqual({ type: 'complete', data: JSON.stringify({ id }) });
    }),
  );
});

it('makes the bytes of an answer once for all its receivers', () => {
  const answer = { json: '{"data":{"headline":"שלום"}}' };
  expect(nextChunk(answer)).toBe(nextChunk(answer));
  expect(nextChunk(answer)).toEqual(asChunk(nextEvent(answer.json)));
});

it('counts the bytes of a chunk and not its characters', () => {
  expect(asChunk('é\n').toString()).toBe('3\r\né\n\r\n');
});
