import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'deploy/README.md',
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`),
  ),
].filter((page) => existsSync(join(root, page)));

/** Paths from the root that a page names: `apps/…`, and files of the root. Patterns with <…>, * or … name no one file. */
function pathsNamed(text: string): string[] {
  const paths = [...text.matchAll(/`((?:apps|packages|docs|e2e|scripts|deploy|examples)\/[^`\s]*)`/g)];
  return paths.map(([, path]) => path ?? '').filter((path) => !/[<*…{]/.test(path));
}

test('there are pages', () => {
  expect(pages.length).toBeGreaterThan(8);
});

test.each(pages)('every path that %s names is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  expect(pathsNamed(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each(pages)('every link of %s leads somewhere', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link]) => link ?? '');
  expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
});
