import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytesOf = (...codes: number[]) => Uint8Array.from(codes);
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Text in an 8-bit code page, by asking the decoder of it for every byte. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const codes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
  return Uint8Array.from([...text].map((character) => codes.get(character) ?? 0x3f));
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const hebrew = 'ראש הממשלה אמר אתמול כי הישיבה תיערך ביום ראשון, וכי השרים יוזמנו אליה.';
const arabic = 'قال رئيس الوزراء إن الجلسة ستعقد يوم الأحد وإن الوزراء سيدعون إليها جميعا.';
const russian = 'Премьер-министр сообщил вчера, что заседание состоится в воскресенье.';

describe('which encoding bytes are in', () => {
  it('takes UTF-8 that is labelled Latin-1 for what it is, whoever says otherwise', () => {
    const bytes = utf8('<?xml version="1.0" encoding="iso-8859-1"?><p>Café שלום</p>');
    const { text, encoding, reason } = decodeText(bytes, { contentType: 'text/xml; charset=ISO-8859-1' });
    expect(text).toContain('Café שלום');
    expect({ encoding, reason }).toEqual({ encoding: 'utf-8', reason: 'it is valid UTF-8' });
  });

  it('takes Latin-1 that is labelled UTF-8 for what it is', () => {
    const bytes = encode('<?xml version="1.0" encoding="utf-8"?><p>Café</p>', 'windows-1252');
    expect(decodeText(bytes, { contentType: 'text/xml; charset=utf-8' })).toMatchObject({
      text: '<?xml version="1.0" encoding="utf-8"?><p>Café</p>',
      encoding: 'windows-1252',
      unreadable: 0,
    });
  });

  it.each([
    ['windows-1255', hebrew],
    ['windows-1256', arabic],
    ['windows-1251', russian],
    ['windows-1250', 'Žluťoučký kůň úpěl ďábelské ódy'],
    ['windows-1253', 'Ο πρωθυπουργός είπε χθες'],
    ['windows-1254', 'Başbakan dün söyledi: ığüşöç'],
    ['windows-1257', 'Ministru prezidents sacīja, ka sēde notiks svētdien'],
    ['iso-8859-8', 'ראש הממשלה'],
    ['koi8-r', russian],
  ])('reads %s by what the carrier says, by an XML declaration, and by a meta element', (label, text) => {
    const bytes = encode(text, label);
    expect(decodeText(bytes, { contentType: `text/plain; charset="${label}"` })).toMatchObject({ text, unreadable: 0 });
    const xml = `<?xml version='1.0' encoding='${label}'?><p>${text}</p>`;
    expect(decodeText(encode(xml, label))).toMatchObject({ text: xml, reason: 'its XML declaration' });
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${label}"><title>${text}</title>`;
    expect(decodeText(encode(html, label))).toMatchObject({ text: html, reason: 'its meta element' });
  });

  it.each([
    ['windows-1255', hebrew],
    ['windows-1256', arabic],
    ['windows-1251', russian],
  ])('knows %s without any label by how often its letters stand', (label, text) => {
    expect(decodeText(encode(text, label))).toMatchObject({ text, encoding: label });
  });

  it('reads code page 437 of a wire by where its accents are, and windows-1252 with curly quotes as such', () => {
    const wire = bytesOf(0x01, ...utf8('bkn014 4 pl Gespr'), 0x84, ...utf8('ch mit den L'), 0x84, ...utf8('ndern'));
    expect(decodeText(wire)).toMatchObject({ text: '\u0001bkn014 4 pl Gespräch mit den Ländern', encoding: 'cp437' });
    expect(decodeText(encode('don’t “panic” über alles', 'windows-1252'))).toMatchObject({
      text: 'don’t “panic” über alles',
      encoding: 'windows-1252',
    });
  });

  it.each([true, false])('reads UTF-16 without a byte order mark (little endian: %s)', (littleEndian) => {
    for (const text of ['<?xml version="1.0" encoding="UTF-16"?><p>Łódź</p>', '{"headline":"ראש הממשלה אמר"}', hebrew])
      expect(decodeText(utf16(text, littleEndian)).text).toBe(text);
  });

  it('keeps NUL bytes in a text from being taken for UTF-16', () => {
    expect(decodeText(utf8('abc\0def\0\0ghijklmnop'))).toMatchObject({
      encoding: 'utf-8',
      text: 'abc\0def\0\0ghijklmnop',
    });
    expect(decodeText(utf8(`text${'\0'.repeat(512)}`)).encoding).toBe('utf-8');
  });

  it('keeps UTF-8 that is cut in the middle of a letter, or has one wrong byte, as UTF-8', () => {
    const cut = utf8(hebrew).subarray(0, -2);
    expect(decodeText(cut)).toMatchObject({ encoding: 'utf-8', unreadable: 1 });
    const faulty = bytesOf(...utf8('“It’s over,” she said – '), 0xe9, ...utf8(' then left.'));
    expect(decodeText(faulty)).toMatchObject({ encoding: 'utf-8', unreadable: 1 });
  });

  it('passes over labels that name no encoding', () => {
    for (const contentType of [
      'text/xml; charset=',
      'charset=no-such',
      'charset=hacker; x',
      '',
      'text/plain; charset=utf-16',
    ])
      expect(decodeText(encode('Café', 'windows-1252'), { contentType }).text).toBe('Café');
  });
});

describe('laws of decoding', () => {
  it('gives well-formed text back as it was from UTF-8, and from UTF-16 with its mark', () => {
    const text = fc.string({ unit: 'binary' }).filter((string) => !string.startsWith('\ufeff'));
    fc.assert(
      fc.property(text, fc.boolean(), (string, littleEndian) => {
        if (utf8(string).includes(0)) return;
        expect(decodeText(utf8(string)).text).toBe(string);
        expect(decodeText(utf8(`\ufeff${string}`)).text).toBe(string);
        expect(decodeText(utf16(`\ufeff${string}`, littleEndian)).text).toBe(string);
      }),
      { numRuns: 500 },
    );
  });

  it('answers well-formed text for any bytes and any label, and never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.option(fc.string(), { nil: undefined }),
        (bytes, contentType) => {
          const { text, encoding, reason } = decodeText(bytes, { contentType });
          expect(text.isWellFormed()).toBe(true);
          expect(encoding).not.toBe('');
          expect(reason).not.toBe('');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
