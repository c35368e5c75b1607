import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const policy =
  securityHeaders({ mediaUrl: 'https://media.test/base/', graphUrl: 'https://graph.test/graphql' })[
    'content-security-policy'
  ] ?? '';

test('only media and data: URLs may be loaded from elsewhere, and only as pictures; only the graph may be asked', () => {
  expect(policy).toContain("img-src 'self' data: https://media.test;");
  expect(policy).toContain("connect-src 'self' wss://graph.test;");
  expect(policy.match(/(https?|wss?):/g)).toHaveLength(2);
});

test('nothing inline runs', () => {
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain('unsafe');
});
