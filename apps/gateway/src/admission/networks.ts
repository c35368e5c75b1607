import { BlockList, isIP, isIPv4 } from 'node:net';

/** Is this address one of the given ones? */
export type IsOneOf = (address: string) => boolean;

/** @param networks addresses, and networks as `10.0.0.0/8`. */
export function oneOf(networks: readonly string[]): IsOneOf {
  if (networks.length === 0) return () => false;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/** An address as it was written, without what says the same in other ways: IPv4 within IPv6, a zone. */
export function plainAddress(given: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(given)?.[1];
  return mapped ?? given.split('%', 1)[0] ?? '';
}

/** The first 64 bits of an IPv6 address, as text; an IPv4 address as it is. */
export function countedAddress(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 address at the end takes the room of two groups.
  const groups = front.length + back.length + (address.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups);
  const all = [...front, ...Array<string>(zeros).fill('0'), ...back].slice(0, 4);
  return `${all.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
