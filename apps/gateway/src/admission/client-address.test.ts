import { countedAddress, plainAddress } from '@dateline/service-kit/counted-address';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClientAddress } from './client-address.ts';
import { oneOf } from './networks.ts';

describe('where a request comes from', () => {
  it('is the other end of its connection, whatever headers say, unless that is a trusted proxy', () => {
    const addressOf = createClientAddress(['10.0.0.0/8']);
    fc.assert(
      fc.property(fc.string(), (forwardedFor) => {
        expect(addressOf({ remoteAddress: '198.51.100.1', forwardedFor })).toBe('198.51.100.1');
        expect(createClientAddress([])({ remoteAddress: '10.0.0.1', forwardedFor })).toBe('10.0.0.1');
      }),
    );
  });

  it('is what the first trusted proxy has seen, whatever was written before it', () => {
    const addressOf = createClientAddress(['10.0.0.0/8', '::1']);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constant('10.0.0.9'))), (forged) => {
        const forwardedFor = [...forged, '198.51.100.1', '10.0.0.2'].join(', ');
        expect(addressOf({ remoteAddress: '::ffff:10.0.0.1', forwardedFor })).toBe('198.51.100.1');
      }),
    );
  });

  it('is the last proxy that is known when the one before it is not to be read', () => {
    const addressOf = createClientAddress(['10.0.0.0/8']);
    for (const forwardedFor of ['', ',', 'unknown', '198.51.100.1, nonsense', '198.51.100.1, [2001:db8::1']) {
      expect(addressOf({ remoteAddress: '10.0.0.1', forwardedFor })).toBe('10.0.0.1');
    }
    expect(addressOf({ remoteAddress: '10.0.0.1', forwardedFor: '10.0.0.3,10.0.0.2' })).toBe('10.0.0.3');
    expect(addressOf({ remoteAddress: undefined, forwardedFor: '10.0.0.3' })).toBe('');
  });
});

it.each([
  ['198.51.100.1:50123', '198.51.100.1'],
  ['[2001:db8::1]:50123', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['[198.51.100.1', '10.0.0.1'],
  ['198.51.100:80', '10.0.0.1'],
])('a proxy that writes %s means %s', (hop, address) => {
  const addressOf = createClientAddress(['10.0.0.1']);
  expect(addressOf({ remoteAddress: '10.0.0.1', forwardedFor: `192.0.2.1, ${hop}` })).toBe(address);
});

describe('an address is counted', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['::ffff:198.51.100.1', '198.51.100.1'],
  ])('%s as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });

  it('together with all of its /64, and with nobody beyond it', () => {
    const network = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
    const text = (groups: readonly number[]) => groups.map((group) => group.toString(16)).join(':');
    fc.assert(
      fc.property(network, network, network, network, (one, other, a, b) => {
        fc.pre(text(one) !== text(other));
        expect(countedAddress(`${text(one)}:${text(a)}`)).toBe(countedAddress(`${text(one)}:${text(b)}`));
        expect(countedAddress(`${text(one)}:${text(a)}`)).not.toBe(countedAddress(`${text(other)}:${text(a)}`));
      }),
    );
  });

  it('plainly: without a zone, and as IPv4 where it is that', () => {
    expect(['fe80::1%eth0', '::ffff:10.0.0.1', '::FFFF:10.0.0.1', '10.0.0.1'].map(plainAddress)).toEqual([
      'fe80::1',
      '10.0.0.1',
      '10.0.0.1',
      '10.0.0.1',
    ]);
  });
});

it('networks hold what is within them, and no text that is no address', () => {
  const isOne = oneOf(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32', '::1']);
  const within = ['10.255.255.255', '192.0.2.1', '2001:db8:ffff::', '::1'];
  const beyond = ['11.0.0.0', '192.0.2.2', '2001:db9::', '::2', '', 'localhost', '10.0.0.0/8'];
  expect([...within, ...beyond].filter(isOne)).toEqual(within);
});
