import { newsItem } from '../../src/news-item.ts';
import { parseWire } from '../../src/parse-wire.ts';
import type { WireFormatName } from '../../src/wire-format.ts';

/** As long as one input may take, whatever it holds: of the thread's own time, as a busy machine makes any clock late. */
export const maxMs = 1_000;

/** More items than any input of this size can hold. */
const maxItems = 20_000;

/** As an import gives them. A page's text dump needs its language and zone. */
const options = { url: 'https://base.example/feed/', language: 'en', timeZone: 'Asia/Jerusalem' };

export interface RunFigures {
  readonly items: number;
  readonly failures: number;
  readonly elapsedMs: number;
}

/** Parses one input in pieces as it would come, and throws when anything that is promised of every parser does not hold. */
export async function runInput(format: WireFormatName, bytes: Uint8Array): Promise<RunFigures> {
  const startedAt = process.threadCpuUsage();
  let items = 0;
  let failures = 0;
  for await (const parsed of parseWire(pieces(bytes), format, options)) {
    if (items + failures >= maxItems) throw new Error('more items than the input can hold');
    if (parsed.place === '') throw new Error('a result without a place');
    if (!parsed.ok) {
      failures++;
      if (parsed.reason.trim() === '') throw new Error(`${parsed.place}: no reason`);
      continue;
    }
    items++;
    const checked = newsItem.safeParse(parsed.item);
    if (!checked.success) throw new Error(`${parsed.place}: ${checked.error.message}`);
    const broken = brokenText(parsed.item);
    if (broken !== undefined)
      throw new Error(`${parsed.place}: NUL or a lone surrogate in ${JSON.stringify(broken.slice(0, 500))}`);
  }
  const { user, system } = process.threadCpuUsage(startedAt);
  const elapsedMs = (user + system) / 1_000;
  if (elapsedMs > maxMs) throw new Error(`took ${Math.round(elapsedMs)} ms for ${bytes.length} bytes`);
  return { items, failures, elapsedMs };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 700) yield bytes.subarray(from, from + 700);
}

/** A text of the item that Postgres and XML cannot hold. */
function brokenText(item: unknown): string | undefined {
  let broken: string | undefined;
  JSON.stringify(item, (_key, value: unknown) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) broken = value;
    return value;
  });
  return broken;
}
