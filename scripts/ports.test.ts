import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePorts, findPortInUse, portNames, readPorts } from './ports.ts';

const listenOn = (port: number, host: string) => {
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<typeof createServer>>();
  const server = createServer().once('error', reject);
  server.listen({ port, host }, () => resolve(server));
  return promise;
};

test('without variables the ports are those of the documents', () => {
  expect(readPorts({})).toEqual({
    web: 3000,
    gateway: 4000,
    articles: 4001,
    media: 4002,
    comments: 4003,
    syndication: 4004,
    postgres: 54329,
  });
});

test('PORT_OFFSET moves every default, and no port that was named', () => {
  const ports = readPorts({ PORT_OFFSET: '100', WEB_PORT: '8080', GATEWAY_PORT: '' });
  expect(ports).toMatchObject({ web: 8080, gateway: 4100, postgres: 54429 });
});

test.each([
  [{ WEB_PORT: 'http' }, /^WEB_PORT must be a whole number from 1 to 65535, not 'http'\.$/],
  [{ WEB_PORT: '0' }, /^WEB_PORT/],
  [{ WEB_PORT: '65536' }, /^WEB_PORT/],
  [{ WEB_PORT: '30.5' }, /^WEB_PORT/],
  [{ PORT_OFFSET: '-1' }, /^PORT_OFFSET/],
  [{ PORT_OFFSET: '11207' }, /^PORT_OFFSET/],
  [{ WEB_PORT: '4000' }, /^WEB_PORT and GATEWAY_PORT are both 4000/],
])('%o is refused in one sentence that names the variable', (environment, sentence) => {
  expect(() => readPorts(environment)).toThrow(sentence);
});

test('the largest offset and the largest port are taken', () => {
  expect(readPorts({ PORT_OFFSET: '11206', WEB_PORT: '65534' })).toMatchObject({ postgres: 65_535, web: 65_534 });
});

test.each(['127.0.0.1', '0.0.0.0'])(
  'a port on which someone listens at %s is named, with its variable',
  async (host) => {
    const ports = await findFreePorts();
    expect(await findPortInUse(ports)).toBeNull();
    const other = await listenOn(ports.media, host);
    expect(await findPortInUse(ports)).toMatch(
      new RegExp(`^Port ${ports.media}, meant for media, is in use: .*MEDIA_PORT`),
    );
    await new Promise((resolve) => other.close(resolve));
    expect(await findPortInUse(ports)).toBeNull();
  },
);

test('free ports are all different', async () => {
  expect(new Set(Object.values(await findFreePorts())).size).toBe(portNames.length);
});
