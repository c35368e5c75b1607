import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

interface Config {
  readonly forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
  readonly options: ICruiseOptions;
}
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as Config;

let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'arrows-'));
});
afterEach(() => rmSync(house, { recursive: true }));

/** Writes a file that imports another (also written), and gives the names of the rules that refuse it. */
async function refusals(importer: string, imported: string): Promise<string[]> {
  write(imported, 'export const value = 1;\n');
  const isName = /^(node:)|^[^/]+$/.test(imported);
  const specifier = isName ? imported : `./${relative(dirname(importer), imported)}`;
  write(importer, `import { value } from '${specifier}';\nexport const used = value;\n`);
  const result = await cruise(
    ['apps', 'packages', 'e2e'].filter((folder) => importer.startsWith(folder)),
    {
      ...config.options,
      baseDir: house,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    },
  );
  return (result.output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

function write(path: string, text: string): void {
  if (path.startsWith('node:')) return;
  const inPackage = /^[\w-]+$/.test(path);
  const full = join(house, inPackage ? `node_modules/${path}/index.js` : path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  if (inPackage) writeFileSync(join(dirname(full), 'package.json'), JSON.stringify({ name: path, main: 'index.js' }));
}

const forbidden = [
  ['no-app-imports-another-app', 'apps/articles/src/main.ts', 'apps/media/src/main.ts'],
  ['no-app-imports-another-app', 'apps/articles/test/a.test.ts', 'apps/media/src/main.ts'],
  ['no-package-imports-an-app', 'packages/wire/src/a.ts', 'apps/media/src/main.ts'],
  ['no-package-imports-an-app', 'e2e/test/a.test.ts', 'apps/media/src/main.ts'],
  ['the-test-scaffold-stays-in-tests', 'apps/web/src/main.ts', 'packages/testing/src/browser.ts'],
  ['graph-types-imports-nothing-of-ours', 'packages/graph-types/src/a.ts', 'packages/client/src/b.ts'],
  ['service-kit-imports-nothing-of-ours', 'packages/service-kit/src/a.ts', 'packages/db/src/b.ts'],
  ['wire-imports-nothing-of-ours', 'packages/wire/src/a.ts', 'packages/client/src/b.ts'],
  ['client-imports-only-graph-types', 'packages/client/src/a.ts', 'packages/service-kit/src/b.ts'],
  ['db-imports-only-service-kit', 'packages/db/src/a.ts', 'packages/events/src/b.ts'],
  ['events-imports-only-service-kit-and-db', 'packages/events/src/a.ts', 'packages/wire/src/b.ts'],
  ['wire-does-no-io', 'packages/wire/src/a.ts', 'node:fs/promises'],
  ['the-gateway-hears-events-and-no-more', 'apps/gateway/src/invalidation/a.ts', 'packages/db/src/connect.ts'],
  ['clients-of-the-gateway-know-no-database', 'apps/gateway/src/http/a.ts', 'packages/events/src/bus-tail.ts'],
  ['clients-of-the-gateway-know-no-database', 'apps/syndication/src/a.ts', 'packages/db/src/connect.ts'],
  ['clients-of-the-gateway-know-no-database', 'apps/web/src/a.ts', 'drizzle-orm'],
  ['rules-are-pure', 'apps/comments/src/modules/comment/rules.ts', 'drizzle-orm'],
  ['rules-are-pure', 'apps/comments/src/modules/comment/rules.ts', 'node:fs'],
  ['rules-are-pure', 'apps/comments/src/modules/comment/phases/too-long.ts', 'postgres'],
  ['rules-are-pure', 'apps/articles/src/modules/article/rules.ts', 'packages/db/src/connect.ts'],
  ['rules-run-no-store', 'apps/articles/src/modules/article/rules.ts', 'apps/articles/src/modules/article/store.ts'],
  ['resolvers-write-no-sql', 'apps/articles/src/modules/article/resolvers.ts', 'drizzle-orm'],
  [
    'resolvers-write-no-sql',
    'apps/articles/src/modules/article/resolvers.ts',
    'apps/articles/src/db/tables/articles.ts',
  ],
  ['stores-look-up-to-nobody', 'apps/media/src/modules/image/store.ts', 'apps/media/src/modules/image/service.ts'],
  ['services-know-no-resolver', 'apps/media/src/modules/image/service.ts', 'apps/media/src/modules/image/resolvers.ts'],
  ['the-page-runs-in-a-browser', 'packages/playground/src/page/a.ts', 'node:path'],
] as const;

describe('an arrow that the house does not have is refused', () => {
  test.each(forbidden)('%s: %s -> %s', async (rule, importer, imported) => {
    expect(await refusals(importer, imported)).toContain(rule);
  });

  test('every rule about who may import whom is tried above, or is about the import itself', () => {
    const tried = new Set<string>(forbidden.map(([rule]) => rule));
    const others = [
      'no-circles',
      'every-import-is-found',
      'demo-edition-imports-nothing-of-ours',
      'playground-imports-only-graph-types',
    ];
    expect(
      config.forbidden
        .map(({ name }) => name)
        .filter((name) => !tried.has(name ?? ''))
        .sort(),
    ).toEqual(others.sort());
  });

  test('every refusal says why', () => {
    for (const { comment } of config.forbidden) expect(comment?.length).toBeGreaterThan(40);
  });
});

describe('an arrow that the house has is let through', () => {
  test.each([
    ['apps/articles/src/modules/article/service.ts', 'apps/articles/src/modules/article/store.ts'],
    ['apps/articles/src/modules/article/store.ts', 'drizzle-orm'],
    ['apps/articles/src/modules/article/resolvers.ts', 'apps/articles/src/modules/article/service.ts'],
    ['apps/articles/src/modules/article/service.ts', 'apps/articles/src/modules/article/rules.ts'],
    ['apps/articles/src/main.ts', 'packages/events/src/outbox.ts'],
    ['apps/web/test/a.test.ts', 'packages/testing/src/browser.ts'],
    ['packages/events/src/a.ts', 'packages/db/src/connect.ts'],
  ])('%s -> %s', async (importer, imported) => {
    expect(await refusals(importer, imported)).toEqual([]);
  });
});
