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
