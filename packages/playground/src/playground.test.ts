import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPlayground } from './playground.ts';

test('every file that the page names is among its assets, with a type', () => {
  const { html, assets } = loadPlayground();
  const named = [...html.matchAll(/(?:src|href)="\/playground\/([^"]+)"/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(2);
  for (const path of named) expect(assets.get(path)?.contentType).toBeDefined();
  for (const [path, asset] of assets) expect([path, asset.contentType]).not.toContain('application/octet-stream');
});

test('files with a hash in their name are immutable, the others are not', () => {
  const { assets } = loadPlayground();
  for (const [path, { immutable }] of assets) expect([path, immutable]).toEqual([path, /-[\w-]{8}\.\w+$/.test(path)]);
});

test('the page has no inline script, which its policy would refuse', () => {
  const { html, contentSecurityPolicy } = loadPlayground();
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe/);
});

test('a missing build is said in one sentence that tells what to run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  expect(() => loadPlayground(folder)).toThrow(/not built.*turbo run build/);
  rmSync(folder, { recursive: true });
  expect(() => loadPlayground(folder)).toThrow(/not built.*turbo run build/);
});
