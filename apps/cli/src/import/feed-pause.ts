import type { WireInput } from '../input/wire-input.ts';

/** A channel says it before its items. */
const maxHeadBytes = 64 * 1024;

/** The pause that an RSS feed asks for between two looks at it, in its <ttl> of minutes (RSS 2.0); undefined without one. */
export function askedPauseMs(head: string): number | undefined {
  const channel = /<rss[\s>]/i.test(head) ? head.split(/<item[\s>]/i, 1)[0] : undefined;
  const [, minutes] = /<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(channel ?? '') ?? [];
  return minutes === undefined || Number(minutes) === 0 ? undefined : Number(minutes) * 60_000;
}

/** The same input; `hear` is told the pause that it asks for once its beginning was read. */
export function hearingPause(input: WireInput, hear: (pauseMs: number | undefined) => void): WireInput {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const head: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of input.bytes()) {
      if (length < maxHeadBytes) head.push(chunk.subarray(0, maxHeadBytes - length));
      length += chunk.length;
      yield chunk;
    }
    hear(askedPauseMs(Buffer.concat(head).toString('latin1')));
  }
  return { ...input, bytes };
}
