import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchSettings } from './guarded-fetch.ts';
import { addressKind } from './public-address.ts';

const bounds = { maxBytes: 1_000, timeoutMs: 5_000 };

/** A server that nobody should reach: it counts the connections and bytes that come. */
async function startServer(listener: RequestListener = (_request, response) => response.end('secret')) {
  const seen = { connections: 0, bytes: 0 };
  const server = createServer(listener);
  server.on('connection', (socket) => {
    seen.connections++;
    socket.on('data', (chunk) => (seen.bytes += chunk.length));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    seen,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** DNS as a test wants it: the answers in turn, the last one for ever. */
function answers(...turns: string[][]): NonNullable<GuardedFetchSettings['resolve']> {
  return (_host, _options, done) => {
    const addresses = (turns.length > 1 ? turns.shift() : turns[0]) ?? [];
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

let guarded: GuardedFetch;
let server: Awaited<ReturnType<typeof startServer>>;

async function read(url: string, options: Partial<typeof bounds> & { signal?: AbortSignal } = {}) {
  const answer = await guarded.get(url, { ...bounds, ...options });
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return { status: answer.status, url: answer.url, text: Buffer.concat(chunks).toString() };
}

describe('with no host of one’s own', () => {
  beforeEach(async () => {
    server = await startServer();
    guarded = createGuardedFetch();
  });
  afterEach(async () => {
    await guarded[Symbol.asyncDispose]();
    await server.close();
  });

  it.each([
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    'localhost',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    '[fd00::1]',
    '[fe80::1]',
    '[ff02::1]',
    '127.0.0.1.',
    '１２７.0.0.1',
  ])('refuses %s, and sends it no byte', async (host) => {
    await expect(read(`http://${host}:${server.port}/`)).rejects.toMatchObject({ problem: 'FORBIDDEN_ADDRESS' });
    expect(server.seen).toEqual({ connections: 0, bytes: 0 });
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'data:text/plain,x', 'http://a:b@example.com/', 'no address'])(
    'refuses %s as an address',
    async (url) => {
      await expect(read(url)).rejects.toMatchObject({ problem: 'BAD_ADDRESS' });
    },
  );

  it('refuses a name of which DNS gives one address of the own network among public ones', async () => {
    guarded = createGuardedFetch({ resolve: answers(['93.184.216.34', '127.0.0.1']) });
    await expect(read(`http://two.example:${server.port}/`)).rejects.toMatchObject({ problem: 'FORBIDDEN_ADDRESS' });
    expect(server.seen.connections).toBe(0);
  });
});

describe('with hosts of one’s own', () => {
  let canary: typeof server;
  let listener: RequestListener;
  beforeEach(async () => {
    canary = await startServer();
    server = await startServer((request, response) => listener(request, response));
    guarded = createGuardedFetch({ ownHosts: ['feeds.example'], resolve: answers(['127.0.0.1']) });
  });
  afterEach(async () => {
    await guarded[Symbol.asyncDispose]();
    await Promise.all([server.close(), canary.close()]);
  });
  const home = (path = '') => `http://feeds.example:${server.port}/${path}`;

  it('reads from them, also packed', async () => {
    listener = (_request, response) => response.end('news');
    expect(await read(home())).toEqual({ status: 200, url: home(), text: 'news' });
    listener = (_request, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('packed'));
    expect(await read(home())).toMatchObject({ text: 'packed' });
  });

  it('allows no link-local address even for them', async () => {
    guarded = createGuardedFetch({ ownHosts: ['feeds.example'], resolve: answers(['169.254.169.254']) });
    await expect(read(home())).rejects.toMatchObject({ problem: 'FORBIDDEN_ADDRESS' });
  });

  it('asks DNS once for a connection and connects to that answer, so that a rebound name leads nowhere', async () => {
    let asked = 0;
    const inTurn = answers(['127.0.0.1'], ['169.254.169.254'], ['127.0.0.1', '10.0.0.1', 'fe80::1']);
    guarded = createGuardedFetch({
      ownHosts: ['feeds.example'],
      resolve: (...parts) => {
        asked++;
        inTurn(...parts);
      },
    });
    listener = (_request, response) => response.setHeader('connection', 'close').end('news');
    expect(await read(home())).toMatchObject({ text: 'news' });
    expect(asked).toBe(1);
    await expect(read(home())).rejects.toMatchObject({ problem: 'FORBIDDEN_ADDRESS' });
    await expect(read(home())).rejects.toMatchObject({ problem: 'FORBIDDEN_ADDRESS' });
    expect(server.seen.connections).toBe(1);
  });

  it('is not led from them to another place of the network', async () => {
    for (const target of ['http://127.0.0.1', 'http://[::1]', 'http://other.example', 'http://0x7f.1']) {
      listener = (_request, response) => response.writeHead(302, { location: `${target}:${canary.port}/` }).end();
      await expect(read(home()), target).rejects.toMatchObject({ problem: 'FORBIDDEN_ADDRESS' });
    }
    listener = (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    await expect(read(home())).rejects.toMatchObject({ problem: 'BAD_ADDRESS' });
    expect(canary.seen).toEqual({ connections: 0, bytes: 0 });
  });

  it('follows three redirects and no fourth', async () => {
    listener = ({ url = '' }, response) => {
      const left = Number(url.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    };
    expect(await read(home('3'))).toMatchObject({ text: 'there', url: home('0') });
    await expect(read(home('4'))).rejects.toMatchObject({ problem: 'TOO_MANY_REDIRECTS' });
  });

  it('takes the largest size and no byte more, said before, unsaid, or packed', async () => {
    const full = Buffer.alloc(1_000, 'x');
    const over = Buffer.alloc(1_001, 'x');
    const sendings: ((bytes: Buffer) => RequestListener)[] = [
      (bytes) => (_request, response) => response.end(bytes),
      (bytes) => (_request, response) => response.writeHead(200).end(bytes),
      (bytes) => (_request, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(bytes)),
    ];
    for (const sending of sendings) {
      listener = sending(full);
      expect((await read(home())).text).toHaveLength(1_000);
      listener = sending(over);
      await expect(read(home())).rejects.toMatchObject({ problem: 'TOO_LARGE' });
    }
  });

  it('waits no longer than it is told, for the head and for the body', async () => {
    listener = () => undefined;
    await expect(read(home(), { timeoutMs: 100 })).rejects.toMatchObject({ problem: 'TIMEOUT' });
    listener = (_request, response) => void response.write('a beginning');
    await expect(read(home(), { timeoutMs: 100 })).rejects.toMatchObject({ problem: 'TIMEOUT' });
  });

  it('gives the reason of who called it off', async () => {
    const calledOff = new AbortController();
    listener = () => calledOff.abort(new Error('enough'));
    await expect(read(home(), { signal: calledOff.signal })).rejects.toThrow('enough');
  });

  it('says that a server cannot be reached', async () => {
    const url = home();
    await server.close();
    await expect(read(url)).rejects.toMatchObject({ problem: 'UNREACHABLE' });
  });
});

it.each([
  ['93.184.216.34', 'public'],
  ['2606:2800:220:1::1', 'public'],
  ['::ffff:93.184.216.34', 'public'],
  ['192.168.0.1', 'own-network'],
  ['100.64.0.1', 'own-network'],
  ['fd12::1', 'own-network'],
  ['::1', 'own-network'],
  ['::7f00:1', 'forbidden'],
  ['0.1.2.3', 'forbidden'],
  ['198.18.0.1', 'forbidden'],
  ['64:ff9b::5db8:d822', 'forbidden'],
  ['fe80::1', 'forbidden'],
  ['no address', 'forbidden'],
])('%s is %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind);
});
