import { expect, it } from 'vitest';
import { startProcess } from './gateway-process.ts';

it('says all that is wrong with its environment, and leaves with 1', { timeout: 60_000 }, async () => {
  const gateway = await startProcess({
    VIEWER_SIGNING_SECRET: 'too-short-hunter2',
    MAX_DEPTH: 'deep',
    NODE_ENV: 'production',
  });
  expect(gateway.origin).toBeNull();
  expect(await gateway.exited).toEqual([1, null]);
  const said = JSON.stringify(gateway.lines);
  expect(said).toContain('VIEWER_SIGNING_SECRET');
  expect(said).toContain('MAX_DEPTH');
  expect(said).not.toContain('hunter2');
});

it('refuses the development issuer in production', { timeout: 60_000 }, async () => {
  const gateway = await startProcess({ NODE_ENV: 'production', DEV_ISSUER_KEY_FILE: '/nowhere/key.json' });
  expect(await gateway.exited).toEqual([1, null]);
  expect(JSON.stringify(gateway.lines)).toContain('DEV_ISSUER_KEY_FILE');
});
