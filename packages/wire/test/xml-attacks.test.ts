import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseHtmlPage } from '../src/parse.html-page.ts';
import { parseNewsml1 } from '../src/parse.newsml-1.ts';
import { parseNewsmlG2 } from '../src/parse.newsml-g2.ts';
import { parseNitf } from '../src/parse.nitf.ts';
import { parseWxr, streamWxr } from '../src/parse.wxr.ts';
import { parseWire } from '../src/parse-wire.ts';
import { cpuMs } from './cpu-time.ts';
import { collected, itemsOf, reasonsOf, sample } from './samples.ts';

const canary = 'the-canary-in-the-file';
const folder = mkdtempSync(join(tmpdir(), 'wire-xml-'));
const secret = join(folder, 'secret.txt');
let requests = 0;
const listener = createServer((_request, response) => {
  requests += 1;
  response.end(`<!ENTITY x "${canary}">`);
});
let address = '';

beforeAll(async () => {
  writeFileSync(secret, canary);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => listener.close(resolve));
});

const parsers = [parseNitf, parseNewsmlG2, parseNewsml1, parseWxr];
const story = (doctype: string, text: string) =>
  `<?xml version="1.0"?>${doctype}<nitf><head><docdata><doc-id id-string="1" regsrc="w"/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>${text}</p></body.content></body></nitf>`;

describe('entities and document types', () => {
  it('a billion laughs are refused before the first', () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const text = story(`<!DOCTYPE nitf [<!ENTITY l0 "lol">${laughs}]>`, '&l9;');
    for (const parse of parsers) {
      const worked = cpuMs(() =>
        expect(reasonsOf(parse(text))).toEqual([expect.stringContaining('declarations of its own')]),
      );
      expect(worked).toBeLessThan(1_000);
    }
  });

  it('files and addresses named by entities, parameter entities, document types and includes are never read', async () => {
    const file = pathToFileURL(secret).href;
    const attacks = [
      story(`<!DOCTYPE nitf [<!ENTITY x SYSTEM "${file}">]>`, '&x;'),
      story(`<!DOCTYPE nitf [<!ENTITY x SYSTEM "${address}/x">]>`, '&x;'),
      story(`<!DOCTYPE nitf [<!ENTITY % p SYSTEM "${address}/p"> %p;]>`, '&x;'),
      story(`<!DOCTYPE nitf SYSTEM "${address}/nitf.dtd">`, '&x;'),
      story(`<!DOCTYPE nitf SYSTEM "${address}/nitf.dtd">`, 'fine'),
      story(`<?xml-stylesheet href="${address}/x.xsl"?>`, 'fine'),
      story('', `<include xmlns="http://www.w3.org/2001/XInclude" href="${file}" parse="text"/>fine`),
    ];
    const answers = attacks.flatMap((text) => parsers.flatMap((parse) => [...parse(text)]));
    expect(JSON.stringify(answers)).not.toContain(canary);
    expect(attacks.map((text) => itemsOf(parseNitf(text)).length)).toEqual([0, 0, 0, 0, 1, 1, 1]);
    const page = sample('article.html').replaceAll('https://img.meridian.example', address);
    expect(
      itemsOf(parseHtmlPage(page.replace('<p>', `<iframe src="${address}/f"></iframe><img src="${address}/i"><p>`))),
    ).toHaveLength(1);
    expect(requests).toBe(0);
  });
});

describe('bytes', () => {
  const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
  const read = (given: Uint8Array) =>
    collected(
      parseWire(
        (async function* () {
          for (let at = 0; at < given.length; at += 333) yield given.subarray(at, at + 333);
        })(),
        'nitf',
        {},
      ),
    );
  const declared = (encoding: string) =>
    story('', 'Zoë café').replace('version="1.0"', `version="1.0" encoding="${encoding}"`);

  it.each([
    ['UTF-16, little end first, with its mark', bytes(`\ufeff${declared('UTF-16')}`, 'utf16le')],
    ['UTF-8 that says so', bytes(declared('UTF-8'), 'utf8')],
    ['Latin-1 that says so', bytes(declared('ISO-8859-1'), 'latin1')],
    ['Latin-1 that says it is UTF-8', bytes(declared('UTF-8'), 'latin1')],
  ])('%s', async (_name, given) => {
    const [item] = itemsOf(await read(given));
    expect(item?.body).toEqual([{ kind: 'paragraph', html: 'Zoë café' }]);
  });

  it('a file cut off anywhere is a clear error or what stood before the cut, and never throws', () => {
    for (const [parse, name] of [
      [parseNitf, 'nitf-story.xml'],
      [parseNewsmlG2, 'newsml-g2-message.xml'],
      [parseNewsml1, 'newsml-1-agency.xml'],
      [parseWxr, 'wxr-blog.xml'],
    ] as const) {
      const text = sample(name);
      for (let length = 0; length < text.trimEnd().length; length += 61)
        expect(reasonsOf(parse(text.slice(0, length))).length).toBeGreaterThan(0);
    }
  });
});

describe('size', () => {
  const totalBytes = (process.env['LONG'] ? 200 : 20) * 1024 * 1024;

  it(`a WordPress export of ${totalBytes / 1024 / 1024} MB goes through in bounded memory`, {
    timeout: 300_000,
  }, async () => {
    const paragraph = `<!-- wp:paragraph --><p>${'Words of a post. '.repeat(120)}</p><!-- /wp:paragraph -->`;
    const item = (id: number) =>
      `<item><title>Post ${id}</title><content:encoded><![CDATA[${paragraph.repeat(5)}]]></content:encoded><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>`;
    let written = 0;
    let posts = 0;
    async function* chunks() {
      yield '<rss xmlns:wp="w" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://a.example</link>';
      for (; written < totalBytes; posts += 1) {
        const text = item(posts + 1);
        written += text.length;
        yield text;
      }
      yield '</channel></rss>';
    }
    const before = process.memoryUsage.rss();
    let most = before;
    let items = 0;
    for await (const parsed of streamWxr(chunks(), {})) {
      items += parsed.ok ? 1 : 0;
      if (items % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
    }
    const grownBytes = most - before;
    process.stdout.write(
      `${written} bytes, ${items} posts, memory grew by ${Math.round(grownBytes / 1024 / 1024)} MB\n`,
    );
    expect(items).toBe(posts);
    expect(grownBytes).toBeLessThan(150 * 1024 * 1024);
  });
});
