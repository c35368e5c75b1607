import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string; readonly args: Readonly<Record<string, string>> };
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly ports?: readonly string[];
}

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { readonly services: Readonly<Record<string, Service>> };
const running = readdirSync(join(root, 'apps')).filter((app) => {
  const manifest = join(root, 'apps', app, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.start !== undefined;
});

test('docker-compose.yml is what the Compose specification allows', () => {
  // dclint ships the specification's own JSON schema.
  const schemaFile = new URL('../schemas/compose.schema.json', import.meta.resolve('dclint'));
  const schema = JSON.parse(readFileSync(fileURLToPath(schemaFile), 'utf8'));
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, $schema: 'https://json-schema.org/draft/2019-09/schema' });
  expect(validate(compose) ? [] : validate.errors).toEqual([]);
  expect(validate({ services: { articles: { helthcheck: {} } } })).toBe(false);
});

test('Postgres and Redis are there, and healthy before anybody needs them', () => {
  expect(compose.services['postgres']).toMatchObject({ image: expect.stringMatching(/^postgres:18/) });
  for (const name of ['postgres', 'redis']) expect(compose.services[name]?.healthcheck?.test.length).toBeGreaterThan(1);
});

describe.each(running)('the app %s', (app) => {
  const service = compose.services[app];
  const port = service?.build?.args['PORT'];

  test('is built by the one Dockerfile', () => {
    expect(service?.build).toMatchObject({ dockerfile: 'deploy/Dockerfile', args: { APP: app } });
    expect(existsSync(join(root, service?.build?.dockerfile ?? ''))).toBe(true);
  });

  test('is asked for its readiness on the port it listens on', () => {
    expect(service?.healthcheck?.test).toContain(`http://127.0.0.1:${port}/readyz`);
    expect(service?.environment?.[`${app.toUpperCase()}_PORT`]).toBe(port);
  });

  test('is given only what its env.ts reads', () => {
    const read = namesRead(join(root, 'apps', app, 'src', 'env.ts'));
    expect(Object.keys(service?.environment ?? {}).filter((name) => !read.has(name))).toEqual([]);
  });

  test('starts with what it is given, in production', async () => {
    const environment = Object.entries(service?.environment ?? {}).map(([name, value]) => [name, interpolate(value)]);
    const source = "const { readEnv } = await import(process.argv[1]); readEnv(); process.stdout.write('read');";
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', source, join(root, 'apps', app, 'src', 'env.ts')],
      { env: { ...Object.fromEntries(environment), NODE_ENV: 'production' } },
    );
    expect(stdout).toBe('read');
  });

  test('waits for all that it stands on', () => {
    const depends = Object.entries(service?.depends_on ?? {});
    expect(depends.length).toBeGreaterThan(0);
    for (const [on, { condition }] of depends) {
      const is = compose.services[on]?.healthcheck ? 'service_healthy' : 'service_completed_successfully';
      expect([on, condition]).toEqual([on, is]);
    }
  });
});

test('every app with tables is migrated once, from its own image, after the roles are made', () => {
  const migrating = running.filter((app) => existsSync(join(root, 'apps', app, 'src', 'migrate.ts')));
  expect(migrating.length).toBe(3);
  for (const app of migrating) {
    const job = compose.services[`${app}-migrate`];
    expect(job).toMatchObject({ image: compose.services[app]?.image, command: ['node', 'src/migrate.ts'] });
    expect(job?.environment).toEqual(compose.services[app]?.environment);
    expect(job?.depends_on).toEqual({ provision: { condition: 'service_completed_successfully' } });
  }
});

test('no secret stands in the file: each is asked for by name', () => {
  for (const service of Object.values(compose.services)) {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (/SECRET|PASSWORD|DATABASE_URL/.test(name))
        expect([name, value]).toEqual([name, expect.stringMatching(/\$\{\w+:\?/)]);
    }
  }
});

test('only what outsiders may use has a port outside', () => {
  const open = Object.keys(compose.services).filter((name) => compose.services[name]?.ports);
  expect(open.sort()).toEqual(['gateway', 'media', 'syndication', 'web']);
});

test('the Dockerfile names the Node and the pnpm that the lockfile was made with', () => {
  const dockerfile = readFileSync(join(root, 'deploy', 'Dockerfile'), 'utf8');
  const catalog = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')).catalog as Record<string, string>;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { packageManager: string };
  const nodeTag = catalog['node']?.split('.').slice(0, 2).join('.');
  for (const [from] of dockerfile.matchAll(/^FROM .*$/gm)) expect(from).toContain(`node:${nodeTag}-`);
  expect(dockerfile).toContain(`npm install --global ${packageManager}`);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
});

/** The names that an env.ts declares, its own, those of the files beside it, and those that every process reads. */
function namesRead(file: string): Set<string> {
  const source = readFileSync(file, 'utf8');
  const beside = [...source.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => join(dirname(file), path ?? ''));
  const everywhere = join(root, 'packages', 'service-kit', 'src', 'env.ts');
  const texts = [file, everywhere, ...beside].map((path) => readFileSync(path, 'utf8'));
  return new Set(texts.flatMap((each) => [...each.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name ?? '')));
}

/** What Compose would put there: the default, or some long secret for what must be given. */
function interpolate(value: string): string {
  return value.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_match, name: string, otherwise?: string) =>
    otherwise === undefined ? `given-${name.toLowerCase()}-that-is-long-enough` : otherwise,
  );
}
