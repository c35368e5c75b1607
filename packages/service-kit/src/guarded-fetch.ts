import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import { addressKind } from './public-address.ts';

export type GuardedFetchProblem =
  | 'BAD_ADDRESS'
  | 'FORBIDDEN_ADDRESS'
  | 'TOO_MANY_REDIRECTS'
  | 'TOO_LARGE'
  | 'TIMEOUT'
  | 'UNREACHABLE';

/** Why nothing could be had from an address. The message is a clause for people: 'is larger than 10 bytes'. */
export class GuardedFetchError extends Error {
  override readonly name = 'GuardedFetchError';
  readonly problem: GuardedFetchProblem;

  constructor(problem: GuardedFetchProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardedFetchSettings {
  /** Host names and addresses, as a URL writes them, that may lie in a network of one's own. Default none. */
  readonly ownHosts?: readonly string[];
  /** For tests; the system's by default. */
  readonly resolve?: Resolve;
}

export interface GuardedRequest {
  readonly maxBytes: number;
  /** For all of it: redirects, head and body. */
  readonly timeoutMs: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxRedirects?: number;
  readonly signal?: AbortSignal;
}

export interface GuardedAnswer {
  readonly status: number;
  /** By names in lower case; of a repeated one the first. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Where it came from in the end. */
  readonly url: string;
  /** Ends with a GuardedFetchError when it gets too large or takes too long. */
  readonly body: AsyncIterable<Uint8Array>;
  /** To be called when the body is not read. */
  discard(): void;
}

export interface GuardedFetch extends AsyncDisposable {
  get(url: string, options: GuardedRequest): Promise<GuardedAnswer>;
}

const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches from addresses that strangers may have written, without being led into the network that this process stands in.
 * Only http and https, no credentials, no proxy. Each address that DNS gives is looked at when the connection is made, and
 * the connection goes to that very address, so that a second answer of DNS changes nothing. Each redirect is looked at again.
 */
export function createGuardedFetch({ ownHosts = [], resolve = dnsLookup }: GuardedFetchSettings = {}): GuardedFetch {
  const own = new Set(ownHosts.map((host) => host.toLowerCase()));
  const agent = new Agent({
    connect: { lookup: guardedLookup(own, resolve), timeout: 10_000 },
    connections: 8,
    maxHeaderSize: 32_768,
  });
  return {
    async get(address, options) {
      let url = address;
      const deadline = AbortSignal.timeout(options.timeoutMs);
      const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
      const toError = (error: unknown) => explain(error, { options, deadline });
      for (let hops = 0; ; hops++) {
        const checked = checkUrl(url, own);
        const answer = await ask(checked, { agent, signal, headers: options.headers ?? {} }).catch((error) => {
          throw toError(error);
        });
        const location = redirects.has(answer.statusCode) ? first(answer.headers['location']) : undefined;
        if (location === undefined) return toAnswer(answer, checked.href, options, toError);
        answer.body.on('error', () => undefined).destroy();
        if (hops >= (options.maxRedirects ?? 3))
          throw new GuardedFetchError('TOO_MANY_REDIRECTS', 'sends from one address to the next too often');
        url = URL.parse(location, checked)?.href ?? location;
      }
    },
    async [Symbol.asyncDispose]() {
      await agent.destroy();
    },
  };
}

/** DNS is not asked for an address in figures: those are looked at here. WHATWG URLs have brought them to their one form. */
function checkUrl(address: string, own: ReadonlySet<string>): URL {
  const url = URL.parse(address);
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new GuardedFetchError('BAD_ADDRESS', 'is no http:// or https:// address');
  if (url.username !== '' || url.password !== '')
    throw new GuardedFetchError('BAD_ADDRESS', 'has a name or a password in its address');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isAllowed(host, own.has(host))) throw forbidden();
  return url;
}

function guardedLookup(own: ReadonlySet<string>, resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [one] = addresses;
      // One address of the network's own among public ones is what an attacker would write: none is taken then.
      const allowed = one && addresses.every(({ address }) => isAllowed(address, own.has(host.toLowerCase())));
      if (!allowed) return done(forbidden(), '', 0);
      return options.all ? done(null, addresses) : done(null, one.address, one.family);
    });
  };
}

function isAllowed(address: string, ownHost: boolean): boolean {
  const kind = addressKind(address);
  return kind === 'public' || (ownHost && kind === 'own-network');
}

function forbidden(): GuardedFetchError {
  return new GuardedFetchError('FORBIDDEN_ADDRESS', 'leads to an address that is not public');
}

interface Ask {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
}

function ask(url: URL, { agent, signal, headers }: Ask): Promise<Dispatcher.ResponseData> {
  const wanted = { 'accept-encoding': 'gzip', 'user-agent': 'Dateline', ...headers };
  return request(url, { dispatcher: agent, signal, headers: wanted });
}

function toAnswer(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: string,
  { maxBytes }: GuardedRequest,
  toError: (error: unknown) => unknown,
): GuardedAnswer {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, first(value)]));
  const discard = () => void body.on('error', () => undefined).destroy();
  if (Number(plain['content-length']) > maxBytes) {
    discard();
    throw tooLarge(maxBytes);
  }
  async function* bounded() {
    let length = 0;
    try {
      for await (const chunk of unpacked(body, plain['content-encoding'])) {
        length += chunk.length;
        if (length > maxBytes) throw tooLarge(maxBytes);
        yield new Uint8Array(chunk);
      }
    } catch (error) {
      discard();
      throw toError(error);
    }
  }
  return { status: statusCode, headers: plain, url, body: bounded(), discard };
}

/** The bound is on what comes out: a small answer may unpack to a very large one. */
function unpacked(body: Readable, encoding = 'identity'): AsyncIterable<Buffer> {
  if (encoding === 'identity') return body;
  const unpackers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const create = unpackers[encoding.toLowerCase() as keyof typeof unpackers];
  if (!create) throw new GuardedFetchError('UNREACHABLE', `is packed in a way that is not known here (${encoding})`);
  // Errors of either end the other; whoever reads is told.
  return pipeline(body, create(), () => undefined);
}

function tooLarge(maxBytes: number): GuardedFetchError {
  return new GuardedFetchError('TOO_LARGE', `is larger than ${maxBytes} bytes`);
}

/** What the caller aborted stays the caller's; the rest is a GuardedFetchError, also where a library wrapped one. */
function explain(error: unknown, { options, deadline }: { options: GuardedRequest; deadline: AbortSignal }): unknown {
  if (error instanceof GuardedFetchError) return error;
  if (error instanceof Error && error.cause instanceof GuardedFetchError) return error.cause;
  if (options.signal?.aborted) return options.signal.reason;
  if (deadline.aborted)
    return new GuardedFetchError('TIMEOUT', `took longer than ${options.timeoutMs / 1000} seconds`, error);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new GuardedFetchError('UNREACHABLE', `cannot be reached${code}`, error);
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
