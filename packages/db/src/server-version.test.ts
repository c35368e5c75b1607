import { expect, it } from 'vitest';
import { faultOfVersion } from './server-version.ts';

it('a server just new enough will do, and one just too old is named with what to do', () => {
  expect(faultOfVersion(170_000, '17.0')).toBeNull();
  expect(faultOfVersion(180_004, '18.4')).toBeNull();
  expect(faultOfVersion(169_999, '16.99')).toMatch(/needs Postgres 17 or newer; this server is 16\.99/);
});
