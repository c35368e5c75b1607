import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, startHouse } from '../src/start-house.ts';

const ninjs = (more: object) =>
  JSON.stringify({
    uri: 'urn:agency:harbour',
    type: 'text',
    version: '1',
    versioncreated: '2026-01-05T10:00:00Z',
    pubstatus: 'usable',
    language: 'en',
    headline: 'The harbour opens again',
    body_html: '<p>Ships came in at dawn.</p><p>More are on their way.</p>',
    ...more,
  });

const nitf = `<?xml version="1.0" encoding="ISO-8859-1"?>
<nitf xml:lang="fr"><head><title>Café in the old mill</title><docdata><doc-id id-string="mill-1"/><date.issue norm="20260105T090000Z"/></docdata></head>
<body><body.head><hedline><hl1>Café in the old mill</hl1></hedline></body.head>
<body.content><p>It opens on Monday.</p></body.content></body></nitf>`;

const rss = `<rss version="2.0"><channel><title>Town</title><link>https://town.example/</link><description>News</description>
<item><title>Bridge closed</title><guid isPermaLink="false">bridge-1</guid><description>Until May.</description><pubDate>Mon, 05 Jan 2026 08:00:00 GMT</pubDate></item>
<item><title>Library open late</title><guid isPermaLink="false">library-1</guid><description>Until ten.</description><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate></item>
</channel></rss>`;

const headlines = /* GraphQL */ `
  { articles(first: 20) { nodes { headline figures { caption image { credit } } } } }
`;

describe('wires into a house', () => {
  let house: House;
  let wires: string;
  const read = async () => (await house.graph(headlines)).data.articles.nodes;
  const bring = (...words: string[]) => house.dateline(['import', ...words, '--language', 'en', '--time-zone', 'UTC']);

  beforeAll(async () => {
    house = await startHouse({ start: ['articles', 'media', 'comments', 'gateway'] });
    wires = join(house.folder, 'wires');
    await mkdir(wires);
    await writeFile(join(wires, 'a-story.json'), ninjs({}));
    await writeFile(join(wires, 'b-mill.xml'), Buffer.from(nitf, 'latin1'));
    await writeFile(join(wires, 'c-feed.xml'), rss);
    await writeFile(join(wires, 'd-broken.xml'), '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><cut');
    await writeFile(join(wires, '.hidden'), 'not to be read');
    await writeFile(join(wires, 'e-half.json.part'), '{"uri":');
  });
  afterAll(() => house?.[Symbol.asyncDispose]());

  it('says what a folder would bring, and writes nothing', async () => {
    const dry = await bring(wires, '--dry-run');
    expect(dry.exitCode, dry.stderr).toBe(1);
    expect(dry.stdout).toContain('created    The harbour opens again');
    expect(dry.stdout).toContain('Nothing was written');
    expect(await read()).toEqual([]);
  });

  it('brings a folder of several formats in, in whatever encoding, and keeps what is broken', async () => {
    const first = await bring(wires);
    expect(first.stderr).toMatch(/d-broken\.xml, line 1: is no XML/);
    expect(first.stdout).toMatch(/feed +2 created/);
    expect(first.stdout).toMatch(/ninjs +1 created/);
    expect(first.stdout).toMatch(/nitf +1 created/);
    expect(first.stdout).toMatch(/newsml-g2 +1 failed/);
    expect(first.exitCode).toBe(1);
    const found = (await read()).map(({ headline }: { headline: string }) => headline).toSorted();
    expect(found).toEqual(['Bridge closed', 'Café in the old mill', 'Library open late', 'The harbour opens again']);
  });

  it('changes nothing when all of it comes again, and takes the broken one off the list once it is mended', async () => {
    const again = await bring(wires, '--quiet');
    expect(again.stdout).toMatch(/feed +2 unchanged/);
    const token = await house.token('EDITOR');
    const failures = async () =>
      (await house.graph('{ importFailures { nodes { file attempts } } }', {}, { token })).data.importFailures.nodes;
    expect(await failures()).toMatchObject([{ file: join(wires, 'd-broken.xml'), attempts: 2 }]);
    await writeFile(
      join(wires, 'd-broken.xml'),
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:mended" version="1"><itemMeta><itemClass qcode="ninat:text"/>
      <versionCreated>2026-01-05T10:00:00Z</versionCreated></itemMeta><contentMeta><headline xml:lang="en">Mended at last</headline></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Words.</p></body></html></inlineXML></contentSet></newsItem>`,
    );
    const retried = await bring(wires, '--retry');
    expect(retried, retried.stderr).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 resolved') });
    expect(await failures()).toEqual([]);
  });

  it('ignores an older version that comes late, and withdraws what its supplier kills', async () => {
    const file = join(house.folder, 'versions.json');
    await writeFile(file, ninjs({ version: '3', headline: 'The harbour is open' }));
    expect((await bring(file)).stdout).toMatch(/^updated/);
    await writeFile(file, ninjs({ version: '2', headline: 'The harbour may open' }));
    expect((await bring(file)).stdout).toMatch(/^stale/);
    await writeFile(file, ninjs({ version: '4', pubstatus: 'canceled' }));
    expect((await bring(file)).stdout).toMatch(/^withdrawn/);
    const found = (await read()).map(({ headline }: { headline: string }) => headline);
    expect(found).not.toContain('The harbour is open');
  });

  it('brings the picture beside an item to media, and later where media was down', async () => {
    const story = (uri: string, file: string) =>
      ninjs({
        uri,
        headline: `Pictured ${uri}`,
        body_html: `<figure><img src="photos/${file}" alt="Two ships"><figcaption>Ships at dawn (Photo: Mira Dole)</figcaption></figure><p>Words.</p>`,
      });
    await mkdir(join(wires, 'photos'));
    await writeFile(join(wires, 'photos/ships.png'), png(64, 48));
    await writeFile(join(wires, 'photos/boats.png'), png(48, 64));
    await writeFile(join(wires, 'one.json'), story('urn:agency:one', 'ships.png'));
    const up = await bring(join(wires, 'one.json'));
    expect(up, up.stderr + house.logs('articles').slice(-3000)).toMatchObject({ exitCode: 0 });
    expect(up.stdout).toContain('1 attached');
    house.kill('media', 'SIGKILL');
    await house.exited('media');
    await writeFile(join(wires, 'two.json'), story('urn:agency:two', 'boats.png'));
    const down = await bring(join(wires, 'two.json'));
    expect(down.stdout).toMatch(/^created/);
    expect(down.stdout).toContain('1 waiting');
    expect(down.exitCode).toBe(0);
    await house.restart('media');
    const later = await bring(wires, '--pictures', '--quiet');
    expect(later.stdout).toContain('1 attached');
    await house.settled();
    const pictured = (await read()).filter(({ headline }: { headline: string }) => headline.startsWith('Pictured'));
    expect(pictured).toHaveLength(2);
    for (const { figures } of pictured) expect(figures).toMatchObject([{ image: { credit: 'Mira Dole' } }]);
  });
});

/** A grey picture, byte by byte (PNG, ISO/IEC 15948): media looks at what it is given. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
