import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchBrowser } from '@dateline/testing/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeHouse, withoutCaches } from './test-gateway.ts';

type House = Awaited<ReturnType<typeof startWholeHouse>>;
let house: House;
beforeAll(async () => {
  // What comes through is seen at the subgraphs, so nothing is kept.
  house = await startWholeHouse({ env: withoutCaches });
});
afterAll(() => house.close());

let asked = 0;
/** The address of a query that nobody has asked before: no cache can answer it. */
const newPath = () => `/graphql?query=${encodeURIComponent(`{ article(id: "x${asked++}") { headline } }`)}`;
/** Asks by GET as `headers` say; what came of it, and whether a subgraph was asked. */
async function ask(headers: Record<string, string>) {
  const before = house.articles.received.length;
  const { status, errors } = await house.gateway.get(newPath(), { accept: 'application/json', ...headers });
  return { status, code: errors?.[0]?.extensions['code'], fetched: house.articles.received.length - before };
}
const refused = { status: 400, code: 'BAD_REQUEST', fetched: 0 };
const answered = { status: 200, code: undefined, fetched: 1 };

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

// The numbers are those of docs/decisions/0011-cross-site-requests.md.
describe('a GET that a page of another site made a browser send is refused, and nothing is fetched', () => {
  it.each<[string, Record<string, string>]>([
    ['1. an image', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['1. a script', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
    ['2. a link or a form', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-user': '?1' }],
    ['2. a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['3. fetch, not to be read', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    [
      '4. fetch, to be read',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors', origin: 'https://evil.example' },
    ],
    ['5. a page of a sister domain', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['6. to a plain http: address, with a cookie', { cookie: 'a=b' }],
    ['6. to a plain http: address, with a referrer', { referer: 'http://evil.example/' }],
    ['6. to a plain http: address, with an origin', { origin: 'http://evil.example' }],
    ['6. to a plain http: address, from a frame without an origin', { origin: 'null' }],
    ['6. to a plain http: address, with no trace but the browser itself', { 'user-agent': firefox }],
    [
      '8. with an empty header in place of the one that needs asking',
      { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': '' },
    ],
  ])('%s', async (_name, headers) => {
    expect(await ask(headers)).toEqual(refused);
  });

  it('7. with a content type of forms: 415, whoever sends it', async () => {
    for (const type of [
      '',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/plain;application/json',
    ]) {
      expect(await ask({ 'sec-fetch-site': 'cross-site', 'content-type': type })).toEqual({ ...refused, status: 415 });
    }
  });

  it('9. a form that POSTs has no type that is taken', async () => {
    const body = JSON.stringify({ query: 'mutation { publishArticle(id: "a1") { article { id } } }' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', '']) {
      const { status } = await house.gateway.post(body, { 'content-type': type });
      expect(status).toBe(415);
    }
  });

  it('10. a mutation is refused by GET, whoever asks', async () => {
    const mutation = `/graphql?query=${encodeURIComponent('mutation { publishArticle(id: "a1") { article { id } } }')}`;
    const before = house.articles.received.length;
    expect((await house.gateway.get(mutation)).status).toBe(405);
    expect((await house.gateway.get(mutation, { 'sec-fetch-site': 'same-origin' })).status).toBe(405);
    expect(house.articles.received.length).toBe(before);
  });
});

describe('a GET is answered', () => {
  it.each<[string, Record<string, string>]>([
    ['to a program', {}],
    ['to a program that calls itself curl', { 'user-agent': 'curl/8.0' }],
    ['to a program that fetches as Node does', { 'sec-fetch-mode': 'cors' }],
    [
      'to a page of its own origin',
      { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'user-agent': firefox },
    ],
    [
      'to a person who typed the address',
      { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'user-agent': firefox },
    ],
    [
      'to a page whose browser has asked first',
      { 'sec-fetch-site': 'cross-site', 'apollo-require-preflight': 'true', origin: 'https://reader.example' },
    ],
    [
      'to a page whose browser has asked first because of the type',
      { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
    ],
  ])('%s', async (_name, headers) => {
    expect(await ask(headers)).toEqual(answered);
  });
});

it('no page of another site in Chromium comes through to a subgraph, by any way it has', {
  timeout: 60_000,
}, async () => {
  const target = `${house.gateway.origin}${newPath()}`;
  const mutation = JSON.stringify({ query: 'mutation { publishArticle(id: "a1") { article { id } } }' });
  const page = `<!doctype html><body><script>
    const settled = (start) => new Promise((resolve) => start(resolve));
    window.attacks = async () => {
      const url = ${JSON.stringify(target)};
      await settled((done) => { const image = new Image(); image.onload = image.onerror = done; image.src = url; });
      for (const [tag, name] of [['script', 'src'], ['link', 'href'], ['iframe', 'src']]) {
        await settled((done) => {
          const element = document.createElement(tag);
          element.rel = 'stylesheet';
          element.onload = element.onerror = done;
          element[name] = url;
          document.body.append(element);
        });
      }
      await fetch(url, { mode: 'no-cors', credentials: 'include', referrerPolicy: 'no-referrer', headers: { accept: 'application/json' } });
      await fetch(url).catch(() => null);
      const post = ${JSON.stringify(`${house.gateway.origin}/graphql`)};
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
        await fetch(post, { method: 'POST', mode: 'no-cors', body: new Blob([${JSON.stringify(mutation)}], { type }) });
      navigator.sendBeacon(post, new Blob([${JSON.stringify(mutation)}], { type: 'text/plain' }));
    };
    // With leave, as any page may ask: this one is answered.
    window.asked = () => fetch(${JSON.stringify(target)}, { headers: { 'apollo-require-preflight': 'true' } }).then((answer) => answer.status);
  </script>`;
  const site = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page));
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const browser = await launchBrowser();
  try {
    const before = house.articles.received.length;
    const lines = house.gateway.log.length;
    const tab = await browser.newPage();
    // Another host than the gateway's, so another site.
    await tab.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
    await tab.evaluate('attacks()');
    await expect.poll(() => house.gateway.log.length - lines).toBeGreaterThanOrEqual(10);
    const statuses = new Set(house.gateway.log.slice(lines).map(({ status }) => status));
    expect([...statuses].sort()).toEqual([400, 415]);
    expect(house.articles.received.length).toBe(before);

    expect(await tab.evaluate('asked()')).toBe(200);
    expect(house.articles.received.length).toBe(before + 1);
  } finally {
    await browser.close();
    site.close();
    site.closeAllConnections();
  }
});
