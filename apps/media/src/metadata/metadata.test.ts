import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capturedAt } from './captured-at.ts';
import { wordsOfExif } from './exif.ts';
import { wordsOfIim } from './iim.ts';
import { chooseWords } from './policy.ts';
import { wordsOfXmp } from './xmp.ts';

const dataset = (record: number, number: number, value: Buffer) =>
  Buffer.concat([Buffer.from([0x1c, record, number, value.length >> 8, value.length & 0xff]), value]);
const saysUtf8 = dataset(1, 90, Buffer.from([0x1b, 0x25, 0x47]));

const packet = (properties: string, attributes = '') =>
  Buffer.from(`<?xpacket begin="\uFEFF" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ${attributes}>${properties}</rdf:Description>
    </rdf:RDF></x:xmpmeta><?xpacket end="r"?>`);

describe('the order of trust', () => {
  it('takes each word from the first origin that has it, and remembers which', () => {
    const { words, origins } = chooseWords({
      XMP: { caption: 'xmp', keywords: [] },
      IIM: { caption: 'iim', credit: 'iim', keywords: ['iim'] },
      EXIF: { caption: 'exif', creator: 'exif' },
    });
    expect(words).toEqual({ caption: 'xmp', credit: 'iim', creator: 'exif', keywords: ['iim'] });
    expect(origins).toEqual({ caption: 'XMP', credit: 'IIM', creator: 'EXIF', keywords: 'IIM' });
  });

  it('never takes an alt text from where there is none: EXIF and IIM', () => {
    expect(chooseWords({ XMP: {}, IIM: { altText: 'x' }, EXIF: { altText: 'x' } }).words).toEqual({});
  });
});

describe('IIM', () => {
  it.each([
    ['that says UTF-8', saysUtf8, Buffer.from('צילום: רויטרס', 'utf8'), 'צילום: רויטרס'],
    ['in UTF-8 that does not say so', Buffer.alloc(0), Buffer.from('تصوير رويترز', 'utf8'), 'تصوير رويترز'],
    ['in Latin-1', Buffer.alloc(0), Buffer.from('Björk à Reykjavík', 'latin1'), 'Björk à Reykjavík'],
    ['in Windows’ Latin-1', Buffer.alloc(0), Buffer.from([0x93, 0x41, 0x94]), '“A”'],
  ])('%s reads as it was meant', (_name, charset, text, caption) => {
    expect(wordsOfIim(Buffer.concat([charset, dataset(2, 120, text)]))).toMatchObject({ caption });
  });

  it('inside Photoshop resources is found behind others, and joins what repeats', () => {
    const iim = Buffer.concat([
      dataset(2, 80, Buffer.from('A')),
      dataset(2, 80, Buffer.from('B')),
      dataset(2, 25, Buffer.from('one')),
      dataset(2, 25, Buffer.from('one')),
      dataset(2, 90, Buffer.from('Haifa')),
      dataset(2, 101, Buffer.from('Israel')),
      dataset(2, 55, Buffer.from('20171121')),
      dataset(2, 60, Buffer.from('210300+0200')),
    ]);
    const resource = (id: number, data: Buffer) => {
      const head = Buffer.from('8BIM\0\0\0\0\0\0\0\0', 'latin1');
      head.writeUInt16BE(id, 4);
      head.writeUInt32BE(data.length, 8);
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
    };
    const payload = Buffer.concat([
      Buffer.from('Photoshop 3.0\0'),
      resource(0x0425, Buffer.alloc(3)),
      resource(0x0404, iim),
    ]);
    expect(wordsOfIim(payload)).toEqual({
      creator: 'A, B',
      keywords: ['one'],
      location: 'Haifa, Israel',
      capturedAt: new Date('2017-11-21T19:03:00Z'),
    });
  });

  it('that is broken is passed over, whatever the bytes', async () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, asPhotoshop) => {
        const start = asPhotoshop ? Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0', 'latin1') : saysUtf8;
        expect(typeof wordsOfIim(Buffer.concat([start, bytes]))).toBe('object');
      }),
      { numRuns: 500 },
    );
  });
});

describe('XMP', () => {
  it('is read in its long form: the default of language alternatives, lists in order', () => {
    const words = wordsOfXmp(
      packet(`<dc:description><rdf:Alt><rdf:li xml:lang="he">נמל</rdf:li><rdf:li xml:lang="x-default">A &amp; B</rdf:li></rdf:Alt></dc:description>
        <dc:creator><rdf:Seq><rdf:li>One</rdf:li><rdf:li>Two</rdf:li></rdf:Seq></dc:creator>
        <dc:subject><rdf:Bag><rdf:li>sea</rdf:li><rdf:li>1948</rdf:li></rdf:Bag></dc:subject>
        <photoshop:City>Jaffa</photoshop:City>`),
    );
    expect(words).toEqual({ caption: 'A & B', creator: 'One, Two', keywords: ['sea', '1948'], location: 'Jaffa' });
  });

  it('is read in its short form, and under any prefix', () => {
    expect(wordsOfXmp(packet('', 'photoshop:Credit="Reuters"'))).toMatchObject({ credit: 'Reuters' });
    const renamed = packet('', 'photoshop:Credit="Reuters"').toString().replaceAll('photoshop:', 'ps:');
    expect(wordsOfXmp(Buffer.from(renamed.replace('xmlns:photoshop', 'xmlns:ps')))).toMatchObject({
      credit: 'Reuters',
    });
  });

  it('with a document type, and so perhaps with entities that grow, is not read', () => {
    const bomb = packet('<photoshop:Credit>&a;</photoshop:Credit>').toString();
    const typed = `<!DOCTYPE x [<!ENTITY a "Reuters">]>${bomb}`;
    expect(wordsOfXmp(Buffer.from(typed))).toEqual({ keywords: [] });
  });

  it('that is broken is passed over, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '/', 'rdf:Description', 'rdf:RDF', ' a="', '&', 'x') }),
        (text) => {
          expect(typeof wordsOfXmp(Buffer.from(text))).toBe('object');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('EXIF', () => {
  it('that is broken is passed over, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await wordsOfExif(Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'), bytes]))).toEqual(
          expect.any(Object),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the moment of capture', () => {
  it.each([
    ['2017-11-21T21:03:00+02:00', '2017-11-21T19:03:00.000Z'],
    ['2017-11-21T21:03', '2017-11-21T21:03:00.000Z'],
    ['2017-11-21', '2017-11-21T00:00:00.000Z'],
    ['20171121T210300-0500', '2017-11-22T02:03:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(capturedAt(text)?.toISOString()).toBe(instant);
  });

  it.each(['2017', '2017-02-30', '0000:00:00', '', 'yesterday'])('is not made of %j', (text) => {
    expect(capturedAt(text)).toBeUndefined();
  });
});
