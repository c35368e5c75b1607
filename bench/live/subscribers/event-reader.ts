/** Reads one stream of events off a raw HTTP/1.1 connection: chunks of whatever length, each event by its data. */
export class EventReader {
  readonly #onData: (data: string) => void;
  #bytes: Buffer | null = null;
  #text = '';
  #isHeadRead = false;

  constructor(onData: (data: string) => void) {
    this.#onData = onData;
  }

  /** True as soon as the head has come, with 200. Throws when it says anything else. */
  read(part: Buffer): boolean {
    this.#bytes = this.#bytes ? Buffer.concat([this.#bytes, part]) : part;
    if (!this.#isHeadRead) this.#isHeadRead = this.#readHead();
    while (this.#isHeadRead && this.#readChunk());
    return this.#isHeadRead;
  }

  #readHead(): boolean {
    const bytes = this.#bytes ?? Buffer.alloc(0);
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return false;
    const head = bytes.subarray(0, end).toString('latin1');
    if (!head.startsWith('HTTP/1.1 200 ')) throw new Error(`A stream was refused: ${head.split('\r\n', 1)[0]}`);
    this.#rest(bytes.subarray(end + 4));
    return true;
  }

  #readChunk(): boolean {
    const bytes = this.#bytes;
    const line = bytes?.indexOf('\r\n') ?? -1;
    if (!bytes || line < 0) return false;
    const length = Number.parseInt(bytes.subarray(0, line).toString('latin1'), 16);
    const from = line + 2;
    if (bytes.length < from + length + 2) return false;
    this.#readText(bytes.subarray(from, from + length).toString());
    this.#rest(bytes.subarray(from + length + 2));
    return true;
  }

  #readText(text: string): void {
    const [last = '', ...whole] = (this.#text + text).split('\n\n').reverse();
    this.#text = last;
    for (const event of whole.reverse()) {
      const data = event.split('\n').filter((line) => line.startsWith('data: '));
      if (data.length > 0) this.#onData(data.map((line) => line.slice(6)).join('\n'));
    }
  }

  #rest(bytes: Buffer): void {
    this.#bytes = bytes.length > 0 ? bytes : null;
  }
}
