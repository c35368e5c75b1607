import type { LiveAnswer } from '../live-operations.ts';

/** Says nothing: a sign of life, and the first thing on a stream, so that what lies between lets it through. */
export const silentEvent = ':\n\n';

/** Of the stream of one operation. EventSource tells of an event only when it has data, be it empty. */
export const completeEvent = 'event: complete\ndata: \n\n';

/** One answer as an event. */
export function nextEvent(json: string): string {
  return `event: next\n${dataLines(json)}\n`;
}

/** One answer on a stream that carries several operations. `id` is the client's name for its operation. */
export function nextEventOf(id: string, json: string): string {
  return `event: next\n${dataLines(`{"id":${JSON.stringify(id)},"payload":${json}}`)}\n`;
}

export function completeEventOf(id: string): string {
  return `event: complete\n${dataLines(JSON.stringify({ id }))}\n`;
}

/** Asks the browser to come back after a while. */
export function retryEvent(afterMs: number): string {
  return `retry: ${Math.round(afterMs)}\n\n`;
}

/**
 * Each line of a text as a line of data. JSON from JSON.stringify has one line; but whatever a text holds, none of it comes
 * to stand where a field's name does, so it cannot begin an event of its own. A line ends by CRLF, LF or CR:
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
function dataLines(text: string): string {
  if (!/[\r\n]/.test(text)) return `data: ${text}\n`;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}\n`)
    .join('');
}

/** A piece of an HTTP/1.1 body of unknown length: RFC 9112, section 7.1. */
export function asChunk(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  return Buffer.from(`${bytes.toString(16)}\r\n${text}\r\n`);
}

const chunks = new WeakMap<LiveAnswer, Buffer>();

/** An answer's event as a chunk, made once for all who receive it. */
export function nextChunk(answer: LiveAnswer): Buffer {
  const known = chunks.get(answer);
  if (known) return known;
  const made = asChunk(nextEvent(answer.json));
  chunks.set(answer, made);
  return made;
}
