import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { asAdministrator } from '@dateline/db/administrator';
import { migrateSchema } from '@dateline/db/migrate';
import { provision } from '@dateline/db/provision';
import { createBusTables } from '@dateline/events/postgres-bus';
import { alsoOwnedBy, type DatabaseUser, projectFolder, type SchemaName, schemas } from '../../scripts/house.ts';

/** A service's schema with the role that owns it, and the role's password. */
export interface ServiceRole {
  readonly schema: SchemaName;
  readonly role: string;
  readonly password: string;
}

export interface HouseDatabase {
  /** As the server's administrator. */
  readonly adminUrl: string;
  /** As each one's own role, with no more rights than in production. */
  readonly urls: Readonly<Record<DatabaseUser, string>>;
}

/** Who reads the bus for the gateway of a house. */
const readerOf = ([service]: readonly ServiceRole[]) => {
  if (!service) throw new Error('A house has services.');
  return { role: service.role.replace(/_[^_]+$/, '_gateway'), password: service.password };
};

/** A name and roles that no other house on the server has: houses side by side never change each other's passwords. */
export function newHouseNames(kind: string): { readonly database: string; readonly services: readonly ServiceRole[] } {
  const database = `${kind}_${randomBytes(6).toString('hex')}`;
  const password = () => randomBytes(16).toString('hex');
  return {
    database,
    services: schemas.map((schema) => ({ schema, role: `${database}_${schema}`, password: password() })),
  };
}

export interface PrepareOptions {
  readonly database: string;
  readonly services: readonly ServiceRole[];
  /** A database whose tables and rows it begins with, owned by the same roles. Nobody may be connected to it. */
  readonly copyOf?: string;
}

/** Makes a house's database as `npm start` does: schemas, roles, bus and migrations. */
export async function prepareHouseDatabase(serverUrl: string, options: PrepareOptions): Promise<HouseDatabase> {
  const { database, services, copyOf } = options;
  if (copyOf !== undefined) {
    await asAdministrator(serverUrl, (sql) => sql`create database ${sql(database)} template ${sql(copyOf)}`);
  }
  const reader = readerOf(services);
  const provisioned = await provision({
    adminUrl: serverUrl,
    database,
    services: services.map((service) => ({ ...service, alsoOwns: alsoOwnedBy(service.schema) })),
    logins: [reader],
  });
  const gateway = provisioned.loginUrls[reader.role];
  const urls = { ...provisioned.serviceUrls, gateway } as Record<DatabaseUser, string>;
  const roles = services.map(({ role }) => role);
  await asAdministrator(provisioned.adminUrl, (sql) => createBusTables(sql, { roles, readers: [reader.role] }));
  const migrate = ({ schema }: ServiceRole) =>
    migrateSchema({ url: urls[schema], schema, folder: join(projectFolder, 'apps', schema, 'migrations') });
  await Promise.all(services.map(migrate));
  return { adminUrl: provisioned.adminUrl, urls };
}

export async function dropDatabase(serverUrl: string, database: string): Promise<void> {
  await asAdministrator(serverUrl, (sql) => sql`drop database if exists ${sql(database)} with (force)`);
}

/** Possible once no database is left in which they own something. */
export async function dropRoles(serverUrl: string, services: readonly ServiceRole[]): Promise<void> {
  await asAdministrator(serverUrl, async (sql) => {
    for (const { role } of [...services, readerOf(services)]) await sql`drop role if exists ${sql(role)}`;
  });
}

/** Null when every event has reached the bus and every consumer has read the last one; else what is on its way. */
export async function eventsUnderWay(adminUrl: string): Promise<string | null> {
  const [row] = await asAdministrator(
    adminUrl,
    (sql) => sql<{ inOutboxes: number; unread: number }[]>`
      with consumers as (
        select position from articles.consumer_positions union all select position from comments.consumer_positions
      )
      select
        (select count(*)::int from articles.outbox) + (select count(*)::int from media.outbox)
          + (select count(*)::int from comments.outbox) as "inOutboxes",
        (select coalesce(max(position), 0) from bus.events)::int
          - (select coalesce(min(position), 0) from consumers)::int as unread`,
  );
  if (!row) return 'nothing known';
  const { inOutboxes, unread } = row;
  return inOutboxes === 0 && unread === 0 ? null : `${inOutboxes} events in outboxes, ${unread} unread on the bus`;
}
