import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { asAdministrator } from '@dateline/db/administrator';
import { migrateSchema } from '@dateline/db/migrate';
import { provision } from '@dateline/db/provision';
import { createBusTables } from '@dateline/events/postgres-bus';
import { projectFolder, type SchemaName, schemas } from '../../scripts/house.ts';

export interface HouseDatabase extends AsyncDisposable {
  /** As the server's administrator. */
  readonly adminUrl: string;
  /** As each service's own role, with no more rights than in production. */
  readonly serviceUrls: Readonly<Record<SchemaName, string>>;
}

/**
 * A migrated, empty database for one house, prepared as `npm start` prepares its own. Its roles are its own too, so that
 * houses side by side on one server never change each other's passwords. All of it is dropped when it is disposed.
 */
export async function createHouseDatabase(serverUrl: string): Promise<HouseDatabase> {
  const name = `e2e_${randomBytes(6).toString('hex')}`;
  const services = schemas.map((schema) => ({
    schema,
    role: `${name}_${schema}`,
    password: randomBytes(16).toString('hex'),
  }));
  const roles = services.map(({ role }) => role);
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => dropHouse(serverUrl, name, roles));
  const provisioned = await provision({ adminUrl: serverUrl, database: name, services });
  const serviceUrls = provisioned.serviceUrls as Record<SchemaName, string>;
  await asAdministrator(provisioned.adminUrl, (sql) => createBusTables(sql, { roles }));
  await Promise.all(
    schemas.map((schema) =>
      migrateSchema({ url: serviceUrls[schema], schema, folder: join(projectFolder, 'apps', schema, 'migrations') }),
    ),
  );
  const owned = cleanUp.move();
  return { adminUrl: provisioned.adminUrl, serviceUrls, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

async function dropHouse(serverUrl: string, name: string, roles: readonly string[]): Promise<void> {
  await asAdministrator(serverUrl, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
    for (const role of roles) await sql`drop role if exists ${sql(role)}`;
  });
}
