import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGatewayDouble } from './gateway-double.ts';
import { folderWith, runDateline } from './run-dateline.ts';
import { zipFile } from './zip-file.ts';

const env = { DATELINE_TOKEN: 'editor' };

const story = (id: string, more: object = {}) =>
  JSON.stringify({
    uri: `urn:${id}`,
    type: 'text',
    version: '1',
    versioncreated: '2026-01-05T10:00:00Z',
    language: 'en',
    headline: `Headline ${id}`,
    body_html: '<p>Words.</p>',
    ...more,
  });

const stories = (count: number) => `[${Array.from({ length: count }, (_, at) => story(`${at}`)).join(',')}]`;
const picture = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 7)]);
const pictured = (id: string, source: string, more: object = {}) =>
  story(id, {
    ...more,
    body_html: `<figure><img src="${source}" alt="Ships"><figcaption>At dawn</figcaption></figure><p>Words.</p>`,
  });

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

describe('what is sent', () => {
  it('goes in batches that are bounded by number and by bytes, and every item gets its line', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'many.json': stories(120) });
    const words = ['import', 'many.json', '--gateway', gateway.url, '--batch', '50'];
    const { exitCode, results, faults } = await runDateline(words, { cwd: folder.path, env });
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    expect(gateway.batches.toSorted((a, b) => a - b)).toEqual([20, 50, 50]);
    expect(results.split('\n')).toHaveLength(121);
    expect(results).toContain('ninjs  120 created');
  });

  it('keeps two versions of one story apart and in their order', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'two.json': `[${story('1')},${story('1', { version: '2', headline: 'Second' })}]` });
    const words = ['import', 'two.json', '--gateway', gateway.url, '--concurrency', '8'];
    const { results } = await runDateline(words, { cwd: folder.path, env });
    expect(gateway.batches).toEqual([1, 1]);
    expect([...gateway.articles.values()]).toMatchObject([{ headline: 'Second', version: '2' }]);
    expect(results).toContain('1 created, 1 updated');
  });

  it('has what a page says of its readers and tells them was wrong, and nothing that a wire wrote to editors', async () => {
    await using gateway = await startGatewayDouble();
    const linked = {
      '@type': 'NewsArticle',
      headline: 'A ferry',
      url: 'https://a.example/ferry',
      isAccessibleForFree: 'False',
      correction: { '@type': 'CorrectionComment', text: 'It was nine.', datePublished: '2026-01-05T10:00:00Z' },
    };
    const paragraph = `<p>${'The ferry left the harbour at nine in the morning. '.repeat(6)}</p>`;
    const page = `<!doctype html><html lang="en"><head><script type="application/ld+json">${JSON.stringify(linked)}</script></head>
      <body><article><h1>A ferry</h1>${paragraph.repeat(3)}</article></body></html>`;
    const wire = story('1', { corrections: [{ note: 'Do not name her.' }] });
    using folder = folderWith({ 'page.html': page, 'wire.json': wire });
    const { results } = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(results).toContain('1 created');
    const sent = [...gateway.articles.values()].toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
    expect(sent).toMatchObject([
      {
        sourceId: 'https://a.example/ferry',
        isAccessibleForFree: false,
        corrections: [{ note: 'It was nine.', publishedAt: '2026-01-05T10:00:00Z' }],
      },
      { sourceId: 'urn:1', isAccessibleForFree: true, corrections: [] },
    ]);
    expect(JSON.stringify(sent)).not.toContain('Do not name her');
  });

  it('is nothing at all in a dry run, which says what would change', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'many.json': stories(3), 'broken.json': '{"uri": "urn:x", "headline":' });
    const words = ['import', '.', '--dry-run', '--gateway', gateway.url];
    const { results } = await runDateline(words, { cwd: folder.path, env });
    expect(results).toContain('ninjs  3 created, 1 failed');
    expect(results).toContain('Nothing was written');
    expect([gateway.articles.size, gateway.failures.size, gateway.uploads.size]).toEqual([0, 0, 0]);
  });

  it('is halved until the one item stands alone that the house cannot take, and the others go in', async () => {
    const broken = {
      status: 200,
      body: { data: null, errors: [{ message: 'no', extensions: { code: 'SUBGRAPH_ERROR' } }] },
    };
    await using gateway = await startGatewayDouble({
      answersWith: ({ source, variables }) =>
        source.includes('mutation ImportArticles') && JSON.stringify(variables).includes('urn:7"') ? broken : undefined,
    });
    using folder = folderWith({ 'many.json': stories(20) });
    const words = ['import', 'many.json', '--gateway', gateway.url];
    const { exitCode, results, faults } = await runDateline(words, { cwd: folder.path, env });
    expect(exitCode).toBe(1);
    expect(faults).toMatch(/^many\.json, item 8: no \(SUBGRAPH_ERROR\)$/);
    expect(results).toContain('19 created, 1 failed');
    expect([...gateway.failures.values()]).toMatchObject([
      { place: 'item 8', payload: expect.stringContaining('newsItem') },
    ]);
  });

  it('is halved for a gateway that takes less at once', async () => {
    const tooLarge = ({ inputs }: { inputs?: unknown[] }) => (inputs?.length ?? 0) > 30;
    await using gateway = await startGatewayDouble({
      answersWith: ({ variables }) => (tooLarge(variables) ? { status: 413 } : undefined),
    });
    using folder = folderWith({ 'many.json': stories(200) });
    const words = ['import', 'many.json', '--quiet', '--gateway', gateway.url];
    const { exitCode, results } = await runDateline(words, { cwd: folder.path, env });
    expect({ exitCode, results }).toEqual({ exitCode: 0, results: 'ninjs  200 created' });
    expect(gateway.batches).toEqual(Array(8).fill(25));
  });

  it('is sent again when the gateway has too much to do, as late as it says', async () => {
    let refusals = 2;
    await using gateway = await startGatewayDouble({
      answersWith: () => (refusals-- > 0 ? { status: 503, headers: { 'retry-after': '0' } } : undefined),
    });
    using folder = folderWith({ 'one.json': story('1') });
    const { exitCode, results } = await runDateline(['import', 'one.json', '--gateway', gateway.url], {
      cwd: folder.path,
      env,
    });
    expect(exitCode).toBe(0);
    expect(results).toMatch(/^created/);
  });
});

describe('an item without a language', () => {
  it('is refused by itself with what to do about it, and goes in once the language is said', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'a.json': `[${story('a', { language: undefined })},${story('b')}]` });
    const first = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(first.faults).toBe('./a.json, item 1: names no language; --language says in which one such items are');
    expect(gateway.batches).toEqual([1]);
    const again = ['import', '--retry', '--language', 'he', '--gateway', gateway.url];
    expect(await runDateline(again, { env })).toMatchObject({ exitCode: 0 });
    expect(gateway.articles.get('["ninjs","urn:a"]')).toMatchObject({ language: 'he' });
  });

  it('that kills is sent all the same', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'kill.json': '{"uri":"urn:a","pubstatus":"canceled"}' });
    const { exitCode } = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(exitCode).toBe(0);
    expect([...gateway.articles.values()]).toMatchObject([{ sourceId: 'urn:a', pubStatus: 'CANCELED' }]);
  });
});

it('keeps what failed also when a fault ends the run', async () => {
  const refused = {
    status: 200,
    body: { data: null, errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] },
  };
  await using gateway = await startGatewayDouble({
    answersWith: ({ source }) => (source.includes('mutation ImportArticles') ? refused : undefined),
  });
  using folder = folderWith({ 'a.json': '{"uri": "urn:x", "headline":', 'b.json': story('b') });
  const { exitCode } = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
  expect(exitCode).toBe(1);
  expect([...gateway.failures.values()]).toMatchObject([{ file: join(folder.path, 'a.json') }]);
});

it('stops at a signal once the batches under way are done, and says so', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'many.json': stories(500) });
  const stop = new AbortController();
  const onLine = () => stop.abort();
  const words = ['import', 'many.json', '--batch', '5', '--gateway', gateway.url];
  const { exitCode, results, faults } = await runDateline(words, {
    cwd: folder.path,
    env,
    stopped: stop.signal,
    onLine,
  });
  expect(exitCode).toBe(130);
  expect(faults).toContain('Stopped. ');
  expect(gateway.articles.size).toBeLessThan(100);
  expect(results).toContain(`ninjs  ${gateway.articles.size} created`);
});

describe('where it comes from', () => {
  it('a folder and those below, an archive, and what is neither hidden nor half written', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({
      'a.json': story('a'),
      '.hidden.json': story('no'),
      'b.json.part': story('no'),
      'photo.jpg': picture,
      'wires.zip': zipFile([{ name: 'in/c.json', content: story('c') }]),
    });
    mkdirSync(join(folder.path, 'below'));
    writeFileSync(join(folder.path, 'below/d.json'), story('d'));
    const { exitCode, faults } = await runDateline(['import', '.', '--gateway', gateway.url], {
      cwd: folder.path,
      env,
    });
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    expect([...gateway.articles.values()].map(({ sourceId }) => sourceId).toSorted()).toEqual([
      'urn:a',
      'urn:c',
      'urn:d',
    ]);
  });

  it('an address of the own network only when that is allowed', async () => {
    await using gateway = await startGatewayDouble();
    let asked = 0;
    await using feed = await serve((_request, response) => {
      asked++;
      response.end(stories(2));
    });
    const words = ['import', `${feed.url}/wire.json`, '--gateway', gateway.url];
    const refused = await runDateline(words, { env });
    expect(refused).toMatchObject({
      exitCode: 1,
      faults: expect.stringContaining('leads to an address that is not public'),
    });
    expect(asked).toBe(0);
    const allowed = await runDateline([...words, '--allow-private'], { env });
    expect(allowed).toMatchObject({ exitCode: 0, results: expect.stringContaining('2 created') });
  });
});

describe('pictures', () => {
  it('go from beside the item to media with their words, each once a run', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({
      'a.json': pictured('a', 'ships.png'),
      'b.json': pictured('b', 'ships.png'),
      'ships.png': picture,
    });
    const { exitCode, results, faults } = await runDateline(['import', '.', '--gateway', gateway.url], {
      cwd: folder.path,
      env,
    });
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    expect(results).toContain('pictures  2 attached');
    expect(gateway.uploads.get('u1')?.bytes).toEqual(picture);
    expect(gateway.imageWords).toMatchObject([{ caption: 'At dawn', altText: 'Ships' }]);
  });

  it('keep the notice that they carry, and take those of their story where they say nothing', async () => {
    await using gateway = await startGatewayDouble({ copyrightNotice: '© The photographer' });
    const rights = { copyrightnotice: '© The agency of the text', usageterms: 'Once', creditline: 'The agency' };
    using folder = folderWith({ 'a.json': pictured('a', 'ships.png', rights), 'ships.png': picture });
    await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    const words = { caption: 'At dawn', altText: 'Ships', credit: 'The agency', usageTerms: 'Once' };
    expect(gateway.imageWords).toEqual([words]);
  });

  it('come out of an archive too', async () => {
    await using gateway = await startGatewayDouble();
    const zip = zipFile([
      { name: 'a/a.json', content: pictured('a', 'ships.png') },
      { name: 'a/ships.png', content: picture },
    ]);
    using folder = folderWith({ 'wires.zip': zip });
    const { results } = await runDateline(['import', 'wires.zip', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(results).toContain('pictures  1 attached');
  });

  it('are not fetched from the own network because an item says so', async () => {
    await using gateway = await startGatewayDouble();
    let asked = 0;
    await using inside = await serve((_request, response) => {
      asked++;
      response.end(picture);
    });
    using folder = folderWith({ 'a.json': pictured('a', `${inside.url}/ships.png`) });
    const words = ['import', 'a.json', '--gateway', gateway.url, '--allow-private'];
    const refused = await runDateline(words, { cwd: folder.path, env });
    expect(refused.faults).toContain('leads to an address that is not public');
    expect(refused.results).toContain('1 waiting');
    expect(asked).toBe(0);
    const allowed = await runDateline([...words, '--allow-private-host', '127.0.0.1'], { cwd: folder.path, env });
    expect(allowed.results).toContain('pictures  1 attached');
  });

  it('wait when media is down, and a later run attaches them', async () => {
    let isDown = true;
    const down = {
      status: 200,
      body: {
        data: null,
        errors: [{ message: 'down', extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryAfterSeconds: 0.001 } }],
      },
    };
    await using gateway = await startGatewayDouble({
      answersWith: ({ source }) => (isDown && source.includes('mutation CreateUpload') ? down : undefined),
    });
    using folder = folderWith({ 'a.json': pictured('a', 'ships.png', { usageterms: 'Once' }), 'ships.png': picture });
    const first = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(first).toMatchObject({ exitCode: 0, results: expect.stringContaining('1 waiting') });
    isDown = false;
    using other = folderWith({ 'ships.png': picture, 'b.json': story('b') });
    const later = await runDateline(['import', '.', '--pictures', '--gateway', gateway.url], { cwd: other.path, env });
    expect(later.results).toContain('pictures  1 attached');
    // The item is not read again: the story says what its picture shows.
    expect(gateway.imageWords).toEqual([{ caption: 'At dawn', altText: 'Ships', usageTerms: 'Once' }]);
    expect(gateway.wanted.size).toBe(0);
  });

  it('that cannot be had are told once with who wants them, and tried silently by later runs, five times', async () => {
    await using gateway = await startGatewayDouble();
    const lost = pictured('a', 'lost.png');
    using folder = folderWith({ 'a.json': lost, 'b.json': pictured('b', 'lost.png') });
    const first = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(first.faults).toBe('./a.json: picture lost.png: is not there beside its item');
    using other = folderWith({ 'c.json': story('c') });
    for (let run = 0; run < 8; run++) {
      const later = await runDateline(['import', '.', '--gateway', gateway.url], { cwd: other.path, env });
      expect(later).toMatchObject({ exitCode: 0, faults: '' });
    }
    expect([...gateway.wanted.values()].map(({ attempts }) => attempts)).toEqual([6, 6]);
    const asked = await runDateline(['import', '--pictures', '--gateway', gateway.url], { cwd: other.path, env });
    expect(asked.faults).toBe('');
    const all = await runDateline(['import', '.', '--pictures', '--gateway', gateway.url], { cwd: other.path, env });
    expect(all.faults).toBe('article urn:a: picture lost.png: is not there beside its item');
  });

  it('are never read from beyond the folder of their item', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'secret.png': picture });
    mkdirSync(join(folder.path, 'in'));
    writeFileSync(join(folder.path, 'in/a.json'), pictured('a', '../secret.png'));
    await runDateline(['import', 'in', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(gateway.uploads.size).toBe(0);
  });
});

describe('--retry', () => {
  it('takes off the list what goes in now, from what was kept, and leaves the rest', async () => {
    let isBroken = true;
    const broken = {
      status: 200,
      body: { data: null, errors: [{ message: 'no', extensions: { code: 'SUBGRAPH_ERROR' } }] },
    };
    await using gateway = await startGatewayDouble({
      answersWith: ({ source }) => (isBroken && source.includes('mutation ImportArticles') ? broken : undefined),
    });
    using folder = folderWith({ 'a.json': story('a'), 'bad.json': '{"uri": "urn:x", "headline":' });
    await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(gateway.failures.size).toBe(2);
    isBroken = false;
    const { exitCode, results } = await runDateline(['import', '--retry', '--gateway', gateway.url], { env });
    expect(exitCode).toBe(1);
    expect(results).toContain('1 resolved, 1 still at fault');
    expect([...gateway.articles.values()]).toMatchObject([{ sourceId: 'urn:a' }]);
    expect([...gateway.failures.values()]).toMatchObject([{ file: join(folder.path, 'bad.json'), attempts: 2 }]);
  });

  it('has nothing left of a file that was mended and imported as any other', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'a.json': '{"uri": "urn:x", "headline":', 'b.json': '{"uri": "urn:y"' });
    await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    writeFileSync(join(folder.path, 'a.json'), story('a'));
    await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect([...gateway.failures.values()]).toMatchObject([{ file: join(folder.path, 'b.json'), attempts: 2 }]);
  });

  it('makes no story of a picture', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({
      'photo.json': story('p', { type: 'picture', renditions: { main: { href: 'lost.png' } } }),
    });
    await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(gateway.failures.size).toBe(1);
    const { faults } = await runDateline(['import', '.', '--retry', '--gateway', gateway.url], {
      cwd: folder.path,
      env,
    });
    expect(faults).toContain('is no story (picture); import its file again');
    expect(gateway.articles.size).toBe(0);
  });

  it('reads a file again where it was named, and opens none because the list says so', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'bad.json': `{"uri": "urn:x", "headline": "${'x'.repeat(40_000)}` });
    await runDateline(['import', '.', '--gateway', gateway.url], { cwd: folder.path, env });
    writeFileSync(join(folder.path, 'bad.json'), story('a'));
    const unnamed = await runDateline(['import', '--retry', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(unnamed.faults).toContain('was not kept');
    const named = await runDateline(['import', '.', '--retry', '--gateway', gateway.url], { cwd: folder.path, env });
    expect(named).toMatchObject({ exitCode: 0, results: expect.stringContaining('1 resolved') });
  });
});

describe('--watch', () => {
  it('brings in what lies in a folder, what is moved into it and what changes, and ends when it is stopped', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'a.json': story('a') });
    const stop = new AbortController();
    const steps: [said: string, then: () => void][] = [
      [
        'Headline a ',
        () => {
          writeFileSync(join(folder.path, 'b.json.part'), story('b'));
          renameSync(join(folder.path, 'b.json.part'), join(folder.path, 'b.json'));
        },
      ],
      [
        'Headline b ',
        () => writeFileSync(join(folder.path, 'a.json'), story('a', { version: '2', headline: 'Changed' })),
      ],
      ['Changed ', () => stop.abort()],
    ];
    const onLine = (line: string) => {
      if (line.includes(steps[0]?.[0] ?? '\0')) steps.shift()?.[1]();
    };
    const words = ['import', folder.path, '--watch', '--gateway', gateway.url];
    const { exitCode, results } = await runDateline(words, { env, stopped: stop.signal, onLine });
    expect(exitCode).toBe(0);
    expect(results).toContain('ninjs  2 created, 1 updated');
  }, 20_000);

  it('ends when the gateway refuses its token, whatever else it watches', async () => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'a.json': story('a') });
    using other = folderWith({});
    const words = ['import', folder.path, other.path, '--watch', '--gateway', gateway.url, '--token', 'wrong'];
    const { exitCode, faults } = await runDateline(words, { env });
    expect(exitCode).toBe(1);
    expect(faults).toContain('Sign in first. (UNAUTHENTICATED)');
  }, 20_000);

  it('polls an address with what its server said the last time, and takes a second answer', async () => {
    await using gateway = await startGatewayDouble();
    const stop = new AbortController();
    const asked: (string | undefined)[] = [];
    await using feed = await serve((request, response) => {
      asked.push(request.headers['if-none-match']);
      if (asked.length === 2) response.writeHead(304).end();
      else response.setHeader('etag', `"${asked.length}"`).end(story(`${asked.length}`));
    });
    const onLine = (line: string) => {
      if (line.includes('Headline 3')) stop.abort();
    };
    const words = [
      'import',
      `${feed.url}/feed`,
      '--watch',
      '--every',
      '1s',
      '--allow-private',
      '--gateway',
      gateway.url,
    ];
    const { exitCode } = await runDateline(words, { env, stopped: stop.signal, onLine });
    expect(exitCode).toBe(0);
    expect(asked).toEqual([undefined, '"1"', '"1"']);
    expect(gateway.articles.size).toBe(2);
  }, 20_000);
});
