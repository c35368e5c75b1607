import { isIP } from 'node:net';
import { plainAddress } from '@dateline/service-kit/counted-address';
import { oneOf } from './networks.ts';

/** Of a request: the other end of its connection, and what proxies say of those before them. */
export interface Origin {
  readonly remoteAddress: string | undefined;
  /** The header X-Forwarded-For. */
  readonly forwardedFor: string | undefined;
}

/**
 * Where a request comes from. X-Forwarded-For is read from its end, and only as long as the one who wrote it there is a
 * trusted proxy: what a client writes itself stands before that, and is never read.
 */
export function createClientAddress(trustedProxies: readonly string[]): (origin: Origin) => string {
  const isTrusted = oneOf(trustedProxies);
  return ({ remoteAddress = '', forwardedFor }) => {
    let address = plainAddress(remoteAddress);
    if (trustedProxies.length === 0 || forwardedFor === undefined) return address;
    const hops = forwardedFor.split(',');
    while (isTrusted(address)) {
      const before = plainAddress(withoutPort((hops.pop() ?? '').trim()));
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}

/** Some proxies write where they were asked from with its port: `198.51.100.1:50123`, `[2001:db8::1]:50123`. */
function withoutPort(hop: string): string {
  const [, inBrackets, ofIPv4] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(hop) ?? [];
  return inBrackets ?? ofIPv4 ?? hop;
}
