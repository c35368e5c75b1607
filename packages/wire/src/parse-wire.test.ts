import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { detectFormat } from './detect-format.ts';
import { maxWholeBytes, parseWire, parseWireText } from './parse-wire.ts';
import type { ParsedItem } from './parsed-item.ts';

const page = 'A caption\n\nA headline\n\nA standfirst\n\nWords.\n\nFirst published: 11.21.17, 21:03';
const known = { language: 'en', timeZone: 'UTC' };

async function* inPieces(text: string | Buffer, size = 1024 * 1024) {
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(items: AsyncIterable<ParsedItem>) {
  const parsed: ParsedItem[] = [];
  for await (const item of items) parsed.push(item);
  return parsed;
}

it('reads a page dump from its bytes, and from text', async () => {
  const expected = [{ ok: true, place: 'file', item: { headline: 'A headline', format: 'page-text' } }];
  expect(await all(parseWire(inPieces(page), 'page-text', known))).toMatchObject(expected);
  expect(await all(parseWireText(page, 'page-text', known))).toMatchObject(expected);
});

const samples = join(import.meta.dirname, '../test/samples');

it.each(readdirSync(samples))(
  'reads our sample %s the same in pieces of any size as whole, once its format was told',
  async (file) => {
    const bytes = readFileSync(join(samples, file));
    const detected = detectFormat(bytes.toString());
    if (!detected.ok) throw new Error(detected.reason);
    const whole = await all(parseWireText(decodeText(bytes).text, detected.format, known));
    expect(whole.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    for (const size of [1_000, 64_000])
      expect(await all(parseWire(inPieces(bytes, size), detected.format, known))).toEqual(whole);
  },
);

it('gives the one story the id that was told', async () => {
  const [parsed] = await all(parseWire(inPieces(page), 'page-text', { ...known, sourceId: '7' }));
  expect(parsed).toMatchObject({ item: { sourceId: '7' } });
});

it('says that the language and the zone of a page dump have to be told', async () => {
  expect(await all(parseWireText(page, 'page-text', {}))).toEqual([
    { ok: false, place: 'file', reason: expect.stringContaining('have to be told') },
  ]);
});

it('takes an input of just the largest size and refuses one just over it', async () => {
  const reasonOf = async (length: number) =>
    (await all(parseWire(inPieces(Buffer.alloc(length, ' ')), 'page-text', known)))[0];
  expect(await reasonOf(maxWholeBytes)).toMatchObject({ reason: expect.stringContaining('is no page dump') });
  expect(await reasonOf(maxWholeBytes + 1)).toMatchObject({ reason: `is larger than ${maxWholeBytes} bytes` });
});
