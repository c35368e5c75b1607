import { asAdministrator } from '@dateline/db/administrator';
import { houseEnvironment, schemas } from '../../scripts/house.ts';
import { findFreePorts } from '../../scripts/ports.ts';
import { makeSecrets } from '../../scripts/secrets.ts';
import { prepareHouseDatabase, type ServiceRole } from './house-database.ts';
import { runToEnd } from './house-process.ts';

/** Where the demo edition of this test run stands, once some house has asked for it. */
export interface DemoTemplate {
  readonly database: string;
  readonly services: readonly ServiceRole[];
  /** The pictures' files. */
  readonly mediaFolder: string;
}

/**
 * Loads the demo edition once in a run, by the services' own commands: drawing its pictures takes longer than all else.
 * Houses copy it. The first that needs it makes it, the others wait.
 */
export async function ensureDemoTemplate(serverUrl: string, template: DemoTemplate): Promise<void> {
  await asAdministrator(serverUrl, async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${template.database}))`;
    const [known] = await sql`select 1 from pg_database where datname = ${template.database}`;
    if (known) return;
    const unfinished = `${template.database}_unfinished`;
    await loadDemoEdition(serverUrl, { ...template, database: unfinished });
    await sql`alter database ${sql(unfinished)} rename to ${sql(template.database)}`;
  });
}

async function loadDemoEdition(serverUrl: string, { database, services, mediaFolder }: DemoTemplate): Promise<void> {
  const { urls } = await prepareHouseDatabase(serverUrl, { database, services });
  const environment = houseEnvironment({
    ports: await findFreePorts(),
    secrets: makeSecrets(),
    files: { media: mediaFolder, devIssuerKey: '' },
    databaseUrls: urls,
  });
  await Promise.all(schemas.map((schema) => runToEnd(`apps/${schema}/src/demo/load.ts`, environment)));
}
