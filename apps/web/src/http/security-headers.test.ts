import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const policy = securityHeaders('https://media.test/base/')['content-security-policy'] ?? '';

test('only media and data: URLs may be loaded from elsewhere, and only as pictures', () => {
  expect(policy).toContain("img-src 'self' data: https://media.test;");
  expect(policy.match(/https?:/g)).toHaveLength(1);
});

test('nothing inline runs', () => {
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain('unsafe');
});
