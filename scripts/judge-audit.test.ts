import { expect, test } from 'vitest';
import { judgeAudit } from './judge-audit.ts';

test('no finding is good', () => {
  expect(judgeAudit(0, 'No known vulnerabilities found').verdict).toBe('good');
});

test('a finding fails', () => {
  expect(judgeAudit(1, '1 vulnerabilities found\nSeverity: 1 high').verdict).toBe('bad');
});

test.each(['ERR_PNPM_AUDIT_BAD_RESPONSE (…/advisories/bulk) responded with 405:', 'getaddrinfo ENOTFOUND registry'])(
  'a registry that answers no audits is told, and fails nothing: %s',
  (output) => {
    expect(judgeAudit(1, output)).toMatchObject({
      verdict: 'not possible',
      sentence: expect.stringContaining('could not be done'),
    });
  },
);

test.each(['responded with 500', '', 'out of memory'])('anything else fails rather than pass unseen: %s', (output) => {
  expect(judgeAudit(1, output).verdict).toBe('bad');
});
