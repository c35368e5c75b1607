// `npm run generate -- --articles 100000 --comments 1000000 --seed 1`: any number of rows beside the demo edition, for
// benchmarks. The house must be running (or DATABASE_URL name a server): its Postgres is written to by COPY.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asAdministrator } from '@dateline/db/administrator';
import { prepareDatabase } from './database.ts';
import { Fault } from './fault.ts';
import { houseEnvironment, houseFiles, projectFolder } from './house.ts';
import { readPorts } from './ports.ts';
import { ensureSecrets } from './secrets.ts';

const options = {
  articles: { type: 'string' },
  comments: { type: 'string' },
  seed: { type: 'string', default: '1' },
} as const;

async function generate(): Promise<void> {
  const { articles = '1000', comments = '10000', seed } = readOptions();
  const environment = { ...process.env, ...(await databaseEnvironment()) };
  run('articles', ['--articles', articles, '--seed', seed], environment);
  run('comments', ['--articles', articles, '--comments', comments, '--seed', seed], environment);
}

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : error} Options: --articles N --comments N --seed N.`);
  }
}

/** The services' own roles, as `npm start` gives them. */
async function databaseEnvironment(): Promise<Record<string, string>> {
  const files = houseFiles(join(projectFolder, '.dateline'));
  const { postgres, ...ports } = readPorts(process.env);
  const secrets = ensureSecrets(files.secrets);
  const ownServer = process.env['DATABASE_URL'];
  const adminUrl = ownServer ?? `postgres://postgres:${secrets.postgresPassword}@127.0.0.1:${postgres}/postgres`;
  await asAdministrator(adminUrl, async (sql) => void (await sql`select 1`)).catch(() => {
    throw new Fault(
      `No Postgres answers${ownServer ? '' : ` on port ${postgres}`}: run 'npm start' in another terminal first.`,
    );
  });
  const databaseUrls = await prepareDatabase(adminUrl, { secrets, ...(ownServer ? {} : { database: 'dateline' }) });
  return houseEnvironment({ ports, secrets, files, databaseUrls });
}

function run(app: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const script = join(projectFolder, 'apps', app, 'src/demo/generate.ts');
  const { status } = spawnSync(process.execPath, [script, ...args], { env, stdio: 'inherit' });
  if (status !== 0) throw new Fault(`The ${app} could not be generated.`);
}

try {
  await generate();
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  process.exitCode = 1;
}
