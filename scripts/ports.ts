import { createServer } from 'node:net';
import { Fault } from './fault.ts';

const defaultPorts = {
  web: { variable: 'WEB_PORT', port: 3000 },
  gateway: { variable: 'GATEWAY_PORT', port: 4000 },
  articles: { variable: 'ARTICLES_PORT', port: 4001 },
  media: { variable: 'MEDIA_PORT', port: 4002 },
  comments: { variable: 'COMMENTS_PORT', port: 4003 },
  syndication: { variable: 'SYNDICATION_PORT', port: 4004 },
  postgres: { variable: 'POSTGRES_PORT', port: 54329 },
} as const;

export type PortName = keyof typeof defaultPorts;
export type Ports = Readonly<Record<PortName, number>>;

export const portNames = Object.keys(defaultPorts) as readonly PortName[];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The ports of a house: each from its own variable, else its default plus PORT_OFFSET, so that two folders run side by
 * side. Throws a Fault that names the variable when a value is no port, or two parts would share one.
 */
export function readPorts(environment: Environment): Ports {
  const offset = readNumber(environment, 'PORT_OFFSET', 0, { min: 0, max: 65_535 - defaultPorts.postgres.port });
  const ports = Object.fromEntries(
    portNames.map((name) => {
      const { variable, port } = defaultPorts[name];
      return [name, readNumber(environment, variable, port + offset, { min: 1, max: 65_535 })];
    }),
  ) as Record<PortName, number>;
  for (const name of portNames) {
    const twin = portNames.find((other) => other !== name && ports[other] === ports[name]);
    if (twin) {
      throw new Fault(
        `${defaultPorts[name].variable} and ${defaultPorts[twin].variable} are both ${ports[name]}: change one.`,
      );
    }
  }
  return ports;
}

function readNumber(environment: Environment, variable: string, fallback: number, range: { min: number; max: number }) {
  const text = environment[variable]?.trim();
  if (!text) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= range.min && value <= range.max) return value;
  throw new Fault(`${variable} must be a whole number from ${range.min} to ${range.max}, not '${text}'.`);
}

/** A sentence for the first port that something listens on already; null when all are free. */
export async function findPortInUse(ports: Partial<Ports>): Promise<string | null> {
  for (const name of portNames) {
    const port = ports[name];
    if (port === undefined || (await isFree(port))) continue;
    return `Port ${port}, meant for ${name}, is in use: stop what listens there, or set ${defaultPorts[name].variable} (or PORT_OFFSET, for all ports) to change it.`;
  }
  return null;
}

/** Both loopbacks: a browser that asks for localhost may take either. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  // Any other fault, such as a machine without IPv6 or a port that needs rights, is not a port in use.
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
  server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  return promise;
}

/** Ports that are free now, for houses in tests. They are taken together, so that no two are the same. */
export async function findFreePorts(): Promise<Ports> {
  const servers = await Promise.all(
    portNames.map((name) => {
      const { promise, resolve, reject } =
        Promise.withResolvers<readonly [PortName, ReturnType<typeof createServer>]>();
      const server = createServer().once('error', reject);
      server.listen(0, '127.0.0.1', () => resolve([name, server]));
      return promise;
    }),
  );
  const ports = servers.map(([name, server]) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('A TCP server without a port.');
    return [name, address.port] as const;
  });
  await Promise.all(servers.map(([, server]) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(ports) as Record<PortName, number>;
}
