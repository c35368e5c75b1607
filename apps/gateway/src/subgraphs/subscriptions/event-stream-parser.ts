/** One event of a stream, as its fields say. */
export interface StreamEvent {
  /** `message` where it has no name. */
  readonly name: string;
  readonly data: string;
}

/** An event is over the size that it may have. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Reads `text/event-stream` as its bytes come: lines that end in LF, CR or both, comments, and data of several lines. Never
 * holds more than `maxBytes` of one event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export class EventStreamParser {
  readonly #maxBytes: number;
  readonly #onEvent: (event: StreamEvent) => void;
  #line: Buffer[] = [];
  #name = '';
  #data: string[] = [];
  /** Of the event that is being read. */
  #bytes = 0;
  #isFirstLine = true;
  #isAfterReturn = false;

  constructor(maxBytes: number, onEvent: (event: StreamEvent) => void) {
    this.#maxBytes = maxBytes;
    this.#onEvent = onEvent;
  }

  /** @throws EventTooLarge */
  push(chunk: Buffer): void {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte !== lineFeed && byte !== carriageReturn) {
        this.#isAfterReturn = false;
        continue;
      }
      // The second half of one line's end.
      const isRest = byte === lineFeed && this.#isAfterReturn;
      this.#isAfterReturn = byte === carriageReturn;
      if (!isRest) {
        this.#take(chunk.subarray(start, index));
        this.#endLine();
      }
      start = index + 1;
    }
    if (start < chunk.length) this.#take(chunk.subarray(start));
  }

  #take(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#bytes > this.#maxBytes) throw new EventTooLarge(`an event is over ${this.#maxBytes} bytes`);
    this.#line.push(part);
  }

  #endLine(): void {
    const [only, ...more] = this.#line;
    const text = (more.length > 0 ? Buffer.concat(this.#line) : only)?.toString() ?? '';
    this.#line = [];
    const line = this.#isFirstLine && text.startsWith('\uFEFF') ? text.slice(1) : text;
    this.#isFirstLine = false;
    if (line === '') this.#endEvent();
    else if (line.startsWith(':')) this.#bytes -= Buffer.byteLength(text);
    else this.#field(line);
  }

  #field(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'event') this.#name = value;
    if (name === 'data') this.#data.push(value);
  }

  #endEvent(): void {
    const event = { name: this.#name || 'message', data: this.#data.join('\n') };
    const isEvent = this.#name !== '' || this.#data.length > 0;
    this.#name = '';
    this.#data = [];
    this.#bytes = 0;
    if (isEvent) this.#onEvent(event);
  }
}
