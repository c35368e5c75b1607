import { isObject } from './loose-json.ts';

/** More than any envelope holds; what is larger comes as NDJSON or in parts. */
const maxChars = 64 * 1024 * 1024;

/** Envelopes in envelopes: {data: {items: [{item}]}} is the deepest that is known. */
const maxEnvelopes = 6;

/** Where envelopes keep their items. */
const contents = ['items', '_items', 'data', 'item', 'hits', '_source', 'results', 'newsitems', 'docs'];

export type JsonItem =
  | { readonly ok: true; readonly place: string; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly place: string; readonly reason: string };

/**
 * The items of a JSON input, whatever they come in: one item, a list, an envelope ({items}, {_items}, {data}, …), or
 * NDJSON (one object a line). `isItem` says of an object whether it is an item and no envelope. Nothing makes it throw.
 */
export function* jsonItems(
  text: string,
  isItem: (value: Readonly<Record<string, unknown>>) => boolean,
): Generator<JsonItem> {
  if (text.length > maxChars) return yield { ok: false, place: 'input', reason: 'is larger than 64 MB of text' };
  const whole = parseJson(text);
  if (whole.ok) return yield* itemsOf(whole.value, '', isItem, 0);
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '');
  if (lines.length === 1 || first === undefined || !parseJson(first).ok)
    return yield { ok: false, place: 'input', reason: `is no JSON: ${whole.reason}` };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const place = `line ${index + 1}`;
    const parsed = parseJson(line);
    if (parsed.ok) yield* itemsOf(parsed.value, place, isItem, 0);
    else yield { ok: false, place, reason: `is no JSON: ${parsed.reason}` };
  }
}

function* itemsOf(
  value: unknown,
  place: string,
  isItem: (value: Readonly<Record<string, unknown>>) => boolean,
  depth: number,
): Generator<JsonItem> {
  if (depth > maxEnvelopes) return yield { ok: false, place: place || 'input', reason: 'lies too deep in envelopes' };
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries())
      yield* itemsOf(member, inside(place, `item ${index + 1}`), isItem, depth + 1);
    return;
  }
  if (!isObject(value)) return yield { ok: false, place: place || 'input', reason: 'is no object of JSON' };
  if (isItem(value)) return yield { ok: true, place: place || 'item 1', value };
  const held = contents.find((name) => typeof value[name] === 'object' && value[name] !== null);
  if (held === undefined)
    return yield { ok: false, place: place || 'input', reason: 'is no item, nor an envelope of items' };
  yield* itemsOf(value[held], place, isItem, depth + 1);
}

/** Of nested lists the inner place says enough: 'line 3, item 2', but 'item 2' and not 'item 1, item 2'. */
function inside(place: string, part: string): string {
  return place.startsWith('line') ? `${place.split(',')[0]}, ${part}` : part;
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, reason: error.message.slice(0, 200).toWellFormed() };
  }
}
