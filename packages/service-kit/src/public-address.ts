import ipaddr from 'ipaddr.js';

/** Ranges that stand for a network of one's own: an operator may know what is there. */
const ownNetwork = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** IPv4 within IPv6, NAT64 (RFC 6052, RFC 8215), 6to4 and Teredo carry an IPv4 address to somewhere else: never needed to reach the public. */
const translations: readonly [ipaddr.IPv6, number][] = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '2002::/16',
  '2001::/32',
].map((range) => ipaddr.IPv6.parseCIDR(range));

export type AddressKind = 'public' | 'own-network' | 'forbidden';

/**
 * Where an address leads. 'own-network': private (RFC 1918), loopback, ULA, carrier-grade NAT. 'forbidden': link-local (where
 * clouds keep their credentials), multicast, broadcast, unspecified and reserved ranges, translated ones, and what is no address.
 */
export function addressKind(address: string): AddressKind {
  if (!ipaddr.isValid(address)) return 'forbidden';
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === 'loopback') return 'own-network';
  if (parsed instanceof ipaddr.IPv6 && translations.some((range) => parsed.match(range))) return 'forbidden';
  if (range === 'unicast') return 'public';
  return ownNetwork.has(range) ? 'own-network' : 'forbidden';
}
