import { describe, expect, it } from 'vitest';
import { acceptedCodings, rememberAcceptedCodings } from './accept-encoding.ts';

describe('acceptedCodings', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br gzip identity'],
    ['gzip', 'gzip identity'],
    ['x-gzip', 'gzip identity'],
    ['GZIP ; Q=0.5 , BR;q=0.4', 'gzip br identity'],
    ['gzip;q=1.0, br;q=0.999', 'gzip br identity'],
    ['br;q=0', 'identity'],
    ['br;q=0, gzip', 'gzip identity'],
    ['*', 'br gzip identity'],
    ['*;q=0.5, gzip;q=0', 'br identity'],
    ['identity', 'identity'],
    ['identity, gzip;q=0.5', 'identity gzip'],
    ['identity;q=0, gzip', 'gzip'],
    ['gzip, *;q=0', 'gzip'],
    ['*;q=0', ''],
    ['identity;q=0.2, *;q=0', 'identity'],
    ['br;q=2, gzip;q=abc', 'identity'],
    ['deflate', 'identity'],
    ['br;q=0.001', 'br identity'],
    ['gzip;q=0, gzip', 'identity'],
    [',,;q=1, br', 'br identity'],
  ])('reads %j as %j', (header, codings) => {
    expect(acceptedCodings(header).join(' ')).toBe(codings);
    const remembering = rememberAcceptedCodings();
    expect(remembering(header)).toEqual(remembering(header));
    expect(remembering(header).join(' ')).toBe(codings);
  });

  it('remembers no more headers than it may', () => {
    const remembering = rememberAcceptedCodings(2);
    for (const header of ['br', 'gzip', 'br;q=0', 'br']) expect(remembering(header)).toEqual(acceptedCodings(header));
  });
});
