import { expect, test } from 'vitest';
import { mayChange } from './same-origin.ts';

const siteUrl = 'https://news.test';
const post = { method: 'POST', host: '127.0.0.1:3000', origin: undefined, secFetchSite: undefined };

test('reading is free to all', () => {
  expect(mayChange({ ...post, method: 'GET', origin: 'https://evil.test' }, siteUrl)).toBe(true);
});

test.each([
  ['the site as readers know it', { origin: 'https://news.test' }],
  ['the address under which it was asked', { origin: 'http://127.0.0.1:3000' }],
  ['a browser that says same-origin and no origin', { secFetchSite: 'same-origin' }],
])('a form from %s is taken', (_whence, given) => {
  expect(mayChange({ ...post, ...given }, siteUrl)).toBe(true);
});

test.each([
  ['another site', { origin: 'https://evil.test' }],
  ['another port of this host', { origin: 'http://127.0.0.1:3001' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a name that only begins alike', { origin: 'https://news.test.evil.test' }],
  ['nowhere', {}],
  ['a browser that says cross-site', { secFetchSite: 'cross-site' }],
  ['no host at all', { host: undefined, origin: 'https://evil.test' }],
])('a form from %s is refused', (_whence, given) => {
  expect(mayChange({ ...post, ...given }, siteUrl)).toBe(false);
});
