import { isIP } from 'node:net';

/** An address as it was written, without what says the same in other ways: IPv4 within IPv6, a zone. */
export function plainAddress(given: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(given)?.[1];
  return mapped ?? given.split('%', 1)[0] ?? '';
}

/** What is counted as one place: the first 64 bits of an IPv6 address, which one customer has; an IPv4 address as it is. */
export function countedAddress(given: string): string {
  const address = plainAddress(given);
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
