import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { asAdministrator } from '@dateline/db/administrator';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@dateline/db/embedded-postgres';
import { provision, serviceRole } from '@dateline/db/provision';
import { createBusTables } from '@dateline/events/postgres-bus';
import { Fault } from './fault.ts';
import { type DatabaseUser, type houseFiles, schemas, serviceSchemas } from './house.ts';
import type { Secrets } from './secrets.ts';

/** The folder's own server, when no other is named. */
export async function startHousePostgres(
  files: ReturnType<typeof houseFiles>,
  { port, password }: { readonly port: number; readonly password: string },
): Promise<EmbeddedPostgres> {
  const log = createWriteStream(join(files.logs, 'postgres.log'));
  return startEmbeddedPostgres({ dataFolder: files.postgres, port, password, onLog: (text) => log.write(text) });
}

/** The database with a schema and a role for each service, and the bus between them, which the gateway reads. Answers their URLs. */
export async function prepareDatabase(
  adminUrl: string,
  { database, secrets }: { readonly database?: string; readonly secrets: Secrets },
): Promise<Readonly<Record<DatabaseUser, string>>> {
  try {
    const services = serviceSchemas((schema) => secrets.rolePasswords[schema]);
    const reader = { role: serviceRole('gateway'), password: secrets.rolePasswords.gateway };
    const provisioned = await provision({
      adminUrl,
      services,
      logins: [reader],
      ...(database === undefined ? {} : { database }),
    });
    await asAdministrator(provisioned.adminUrl, (sql) =>
      createBusTables(sql, { roles: schemas.map(serviceRole), readers: [reader.role] }),
    );
    const urls = { ...provisioned.serviceUrls, gateway: provisioned.loginUrls[reader.role] };
    return urls as Record<DatabaseUser, string>;
  } catch (error) {
    throw new Fault(`The database could not be prepared: ${whatPostgresSaid(error)}`);
  }
}

function whatPostgresSaid(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '28P01') {
    return 'the password is not accepted. For the embedded server it stands in .dateline/secrets.json, which must be the one its data was made with.';
  }
  const reason = error instanceof AggregateError ? code : error instanceof Error ? error.message : String(error);
  return `${reason || code}${code && !reason.includes(code) ? ` (${code})` : ''}. Its administrator must be allowed to create roles, schemas and extensions.`;
}
