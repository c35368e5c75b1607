import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeChunks, decodeHead } from './decode-chunks.ts';
import { decodeText } from './decode-text.ts';

async function* inChunks(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function decodeIn(bytes: Uint8Array, size: number) {
  let text = '';
  for await (const part of decodeChunks(inChunks(bytes, size))) text += part;
  return text;
}

const latin1 = Buffer.from(
  `<?xml version="1.0" encoding="ISO-8859-1"?><a>${'x'.repeat(10_000)}\u00e9t\u00e9</a>`,
  'latin1',
);
const utf16 = Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>שלום</a>', 'utf16le');

it.each([
  ['UTF-8', Buffer.from('<a>שלום 😀 é</a>'.repeat(50))],
  ['Latin-1 whose first accent comes late', latin1],
  ['UTF-16 with a mark', utf16],
  ['UTF-8 that says it is Latin-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>été שלום</a>')],
  ['plain ASCII', Buffer.from('only letters')],
])('reads %s in pieces as it reads it whole', async (_name, bytes) => {
  const whole = decodeText(bytes).text;
  for (const size of [4_096, 1_000_000]) expect(await decodeIn(bytes, size), `${size}`).toBe(whole);
});

it('reads any UTF-8 in pieces of any size of a few bytes and more', async () => {
  const texts = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\p{Cc}\ufffd\ufeff]/u.test(text));
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 8, max: 64 }), async (text, size) => {
      expect(await decodeIn(Buffer.from(`<a>${text}`), size)).toBe(`<a>${text}`);
    }),
  );
});

it('takes a head that was cut within a character for what it is', () => {
  const bytes = Buffer.from('a שלום 😀');
  for (let end = 1; end <= bytes.length; end++)
    expect(decodeHead(bytes.subarray(0, end))).toBe(new TextDecoder().decode(bytes.subarray(0, end), { stream: true }));
});
