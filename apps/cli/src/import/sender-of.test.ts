import { expect, it } from 'vitest';
import { senderOf } from './sender-of.ts';

it('takes the word of a file for its sender, and never that of an address', () => {
  expect(senderOf('wires/a.xml', undefined)).toBeUndefined();
  expect(senderOf('https://feeds.example.org/all.zip!/a.xml', undefined)).toBe('feeds.example.org');
  expect(senderOf('https://feeds.example.org:8443/all.rss', undefined)).toBe('feeds.example.org:8443');
  expect(senderOf('https://feeds.example.org/all.rss', 'Example Agency')).toBe('Example Agency');
});
