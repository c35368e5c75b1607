import type { ServerResponse } from 'node:http';
import { type Fault, type FaultName, faults } from './faults.ts';

/** What the real subgraph said. */
export interface RealAnswer {
  readonly status: number;
  /** Names and values in turn, without those of the connection. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** One request on its way through the proxy. */
export interface ProxiedExchange {
  readonly response: ServerResponse;
  /** Asks the real subgraph. */
  forward(): Promise<RealAnswer>;
}

/** What a proxy does with every request. A mode that counts begins anew with each time it is made. */
export type ProxyMode = (exchange: ProxiedExchange) => void | Promise<void>;

/** Nothing: the subgraph's own answer. */
export const pass: ProxyMode = async ({ response, forward }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, [...headers, 'content-length', String(body.byteLength)]).end(body);
};

/** One of the list, without asking anybody. */
export const fault = (what: FaultName | Fault): ProxyMode => {
  const answer = typeof what === 'string' ? faults[what] : what;
  return ({ response }) => answer(response);
};

/** Its own answer, so much later. */
export const slow = (delayMs: number): ProxyMode => {
  return async (exchange) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, delayMs);
    // Nobody waits any more: neither do we.
    exchange.response.on('close', () => {
      clearTimeout(timer);
      resolve();
    });
    await promise;
    if (!exchange.response.destroyed) await pass(exchange);
  };
};

/** The first half of its own answer, as if that were all. */
export const truncated: ProxyMode = async ({ response, forward }) => {
  const { status, headers, body } = await forward();
  const half = body.subarray(0, Math.ceil(body.byteLength / 2));
  response.writeHead(status, [...headers, 'content-length', String(half.byteLength)]).end(half);
};

/** The same, but all of it was promised, and the connection ends in the middle. */
export const cut: ProxyMode = async ({ response, forward }) => {
  const { status, headers, body } = await forward();
  response.writeHead(status, [...headers, 'content-length', String(body.byteLength)]);
  response.write(body.subarray(0, Math.ceil(body.byteLength / 2)), () => response.socket?.destroy());
};

/** So many fail, and all after them pass. */
export function failFirst(count: number, mode: ProxyMode = fault('html502')): ProxyMode {
  let seen = 0;
  return (exchange) => (seen++ < count ? mode(exchange) : pass(exchange));
}

/** This part of them fails, evenly spread: of a half, every second. */
export function fraction(part: number, mode: ProxyMode = fault('html502')): ProxyMode {
  let owed = 0;
  return (exchange) => {
    owed += part;
    if (owed < 1 - 1e-9) return pass(exchange);
    owed -= 1;
    return mode(exchange);
  };
}
