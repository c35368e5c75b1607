import { expect, test } from 'vitest';
import { embedProvider, knownProvider } from './embed-provider.ts';

test('a provider is known by its domain, whatever stands before it', () => {
  expect(knownProvider('https://youtu.be/x')).toBe('YouTube');
  expect(embedProvider('https://open.spotify.com/track/1')).toBe('Spotify');
  expect(embedProvider('https://www.notyoutube.com/x')).toBe('notyoutube.com');
});

test('a host that is called as a part of JavaScript objects is a host like others', () => {
  for (const host of ['constructor', '__proto__', 'a.__proto__']) {
    expect(knownProvider(`https://${host}/x`)).toBeUndefined();
    expect(embedProvider(`https://${host}/x`)).toBe(host);
  }
});

test('a host of a hundred thousand names costs no more than its length', () => {
  const before = process.cpuUsage().user;
  expect(knownProvider(`https://${'a.'.repeat(50_000)}com/`)).toBeUndefined();
  expect(process.cpuUsage().user - before).toBeLessThan(1_000_000);
});
