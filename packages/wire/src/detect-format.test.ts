import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as anpaSamples from '../test/anpa-samples.ts';
import { cpuMs } from '../test/cpu-time.ts';
import { detectFormat, detectionChars } from './detect-format.ts';

const as = (format: string) => ({ ok: true, format });

it.each([
  ['ninjs', '{"uri": "urn:x", "type": "text", "headline": "H", "body_text": "B"}'],
  ['ninjs', '[{"uri":"urn:x","headlines":[{"role":"main","value":"H"}]}]'],
  ['ninjs', '{"_items":[{"_id":"x","guid":"tag:x","body_html":"<p>x</p>"}]}'],
  ['ninjs', '{"uri":"urn:1","versionCreated":"2026-01-01T00:00:00Z"}\n{"uri":"urn:2"}'],
  ['ap-media', '{"api_version":"1.1","data":{"items":[{"meta":{},"item":{"uri":"x","headline":"H"}}]}}'],
  ['ap-media', '{"data":{"item":{"altids":{"itemid":"1"},"uri":"x","headline":"H"}}}'],
  ['ap-media', '{"altids":{"itemid":"1","etag":"2"},"uri":"x","headline":"H"}'],
  ['ninjs', '{"uri":"x","headline":"H","altids":{"slug":"1"}}'],
  ['ninjs', '{"uri":"x","headlines":[{"value":"H"}],"altids":[{"role":"itemid","value":"1"}]}'],
  ['feed', '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}'],
  ['feed', '<?xml version="1.0"?>\n<!-- a feed -->\n<rss version="2.0"><channel/></rss>'],
  ['feed', '<feed xmlns="http://www.w3.org/2005/Atom"/>'],
  ['feed', '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"/>'],
  ['wxr', '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>'],
  ['newsml-g2', '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"/>'],
  ['newsml-g2', "<n:newsMessage xmlns:n='http://iptc.org/std/nar/2006-10-01/'/>"],
  ['newsml-g2', '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>'],
  ['newsml-1', '\n<NewsML Version="1.2"/>'],
  ['newsml-1', '<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML.dtd" [ <!ENTITY a "b"> ]><NewsML/>'],
  ['nitf', '<nitf><head/></nitf>'],
  ['nitf', '<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"/>'],
  ['html-page', '<!doctype html>\n<meta charset=utf-8><title>x</title>'],
  ['html-page', '<html lang="he"><body><p>x</html>'],
  ['html-page', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['anpa', '\x16\x16\x01a0001\x1f\r\nr i bc-test 01-02 0100\x02\r\nBC-Test\x03'],
  ['anpa', '\x01TST0001 4 SPO 50 Sport\r\n\x02Text\r\n\x03\x04'],
  ['page-text', 'A caption\n\nA headline\n\nA standfirst'],
])('tells %s by what stands in it: %s', (format, head) => {
  expect(detectFormat(head)).toEqual(as(format));
  expect(detectFormat(`\uFEFF${head}`, 'misleading.txt')).toEqual(as(format));
});

it('asks the name only where the content says nothing', () => {
  expect(detectFormat('plain words', 'a.anpa')).toEqual(as('anpa'));
  expect(detectFormat('{"items": []}', 'a.NINJS')).toEqual(as('ninjs'));
  expect(detectFormat('<nitf/>', 'a.html')).toEqual(as('nitf'));
});

it.each([
  ['   \n ', 'is empty'],
  ['{"name": "package", "uri": "x"}', 'is JSON'],
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<svg>'],
  ['<<<<', 'no element'],
  ['\x7fELF\x02\x01\x01\0\0\0', 'is no text'],
])('says why it cannot tell: %j', (head, said) => {
  expect(detectFormat(head)).toMatchObject({ ok: false, reason: expect.stringContaining(said) });
});

it('answers for any text, quickly, whatever stands in it', () => {
  const pieces = fc.constantFrom('{', '[', '"', '<', '<!--', '<?', '<!DOCTYPE', ' x="', '\\', ':', ' ', '\x01', '>');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 200 }).map((all) => all.join('')),
  );
  fc.assert(fc.property(texts, (text) => ['boolean'].includes(typeof detectFormat(text).ok)));
  for (const piece of ['<!-- ', '<?', '<!DOCTYPE [', '<a x="', '{"a', '[[[', '\x16', ' \0', '<a b', "{'\\"]) {
    const text = piece.repeat(detectionChars);
    expect(
      cpuMs(() => detectFormat(text)),
      piece,
    ).toBeLessThan(500);
  }
});

const ours = join(import.meta.dirname, '../test/samples');
const formatOfSample: readonly [RegExp, string][] = [
  [/^ninjs-/, 'ninjs'],
  [/^ap-media/, 'ap-media'],
  [/^newsml-g2/, 'newsml-g2'],
  [/^newsml-1/, 'newsml-1'],
  [/^nitf/, 'nitf'],
  [/^wxr/, 'wxr'],
  [/^(rss|atom|feed)-?/, 'feed'],
  [/\.html$/, 'html-page'],
];

it.each(readdirSync(ours))(
  'tells what our sample %s is, from its text alone and from its first two thousand characters',
  (file) => {
    const text = readFileSync(join(ours, file), 'utf8');
    const format = formatOfSample.find(([name]) => name.test(file))?.[1];
    expect(detectFormat(text)).toEqual(as(format ?? 'no format is expected of this sample'));
    expect(detectFormat(text.slice(0, 2_000))).toEqual(as(format ?? ''));
  },
);

it('reads the name of a document type once, however long it is and wherever it leads', () => {
  for (const text of [
    `<!DOCTYPE x]${'#'.repeat(60_000)}`,
    `<!DOCTYPE ${'a'.repeat(60_000)}`,
    `<!DOCTYPE x [${']'.repeat(60_000)}`,
  ])
    expect(cpuMs(() => detectFormat(text))).toBeLessThan(500);
  expect(detectFormat('<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf/>')).toEqual(as('nitf'));
});

it.each(Object.entries(anpaSamples))('tells our wire message %s', (_name, message) => {
  if (typeof message === 'string') expect(detectFormat(message)).toEqual(as('anpa'));
});

const samples = join(import.meta.dirname, '../../../../shared/samples');
const folders = { ninjs: 'ninjs', 'newsml-g2': 'newsml-g2', 'newsml-1.2': 'newsml-1' };
const areThere = existsSync(samples);
if (!areThere) process.stdout.write('skipped: the standards’ samples are not here (../shared/samples)\n');

describe.skipIf(!areThere)("the samples of the standards' owners", () => {
  it.each(Object.entries(folders))('every file of %s is %s', (folder, format) => {
    const files = readdirSync(join(samples, folder));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files)
      expect(detectFormat(readFileSync(join(samples, folder, file), 'utf8')), file).toEqual(as(format));
  });
});
