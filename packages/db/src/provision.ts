import postgres, { type TransactionSql } from 'postgres';
import { asAdministrator } from './administrator.ts';
import { createDatabase } from './create-database.ts';
import { refuseOldServer } from './server-version.ts';

export interface ServiceSchema {
  readonly schema: string;
  readonly password: string;
  /** The same with `dateline_` before it by default. Roles belong to the server: two houses on one need two names. */
  readonly role?: string;
  /** More schemas of the same role: a job library's tables stand in one of their own. */
  readonly alsoOwns?: readonly string[];
}

/** Who only logs in: a role without a schema, whose rights others give. */
export interface LoginRole {
  readonly role: string;
  readonly password: string;
}

export interface ProvisionOptions {
  /** The administrator's URL of any database of the server. */
  readonly adminUrl: string;
  /** Made when it is missing. Without it, the database of `adminUrl`. */
  readonly database?: string;
  readonly services: readonly ServiceSchema[];
  readonly logins?: readonly LoginRole[];
}

export interface Provisioned {
  /** The administrator's URL of the house's database. */
  readonly adminUrl: string;
  /** The URL of each service's own role, by schema. */
  readonly serviceUrls: Readonly<Record<string, string>>;
  /** The URL of each login, by role. */
  readonly loginUrls: Readonly<Record<string, string>>;
}

/** What the services need and only an administrator may make. Trusted extensions: no superuser is needed. */
const extensions = ['pg_trgm', 'unaccent', 'btree_gin'];

export const serviceRole = (schema: string) => `dateline_${schema}`;

/**
 * Gives each service a schema and a login role that owns it and has no rights elsewhere. Idempotent; of two that start
 * together one waits for the other. Passwords are set anew each time, so that the caller's are always the right ones.
 */
export async function provision({ adminUrl, database, services, logins = [] }: ProvisionOptions): Promise<Provisioned> {
  const houseUrl = database === undefined ? adminUrl : databaseUrl(adminUrl, database);
  await asAdministrator(adminUrl, refuseOldServer);
  if (database !== undefined) await asAdministrator(adminUrl, (sql) => ensureDatabase(sql, database));
  await asAdministrator(houseUrl, async (sql) => {
    await sql.begin(async (transaction) => {
      await transaction`select pg_advisory_xact_lock(hashtext('dateline provision'))`;
      for (const extension of extensions) await transaction`create extension if not exists ${transaction(extension)}`;
      for (const service of services) await provisionService(transaction, service);
      for (const login of logins) await provisionLogin(transaction, login);
    });
  });
  const serviceUrls = services.map((service) => {
    const { schema, password, role = serviceRole(schema) } = service;
    return [schema, roleUrl(houseUrl, { role, password })] as const;
  });
  const loginUrls = logins.map((login) => [login.role, roleUrl(houseUrl, login)] as const);
  return {
    adminUrl: houseUrl,
    serviceUrls: Object.fromEntries(serviceUrls),
    loginUrls: Object.fromEntries(loginUrls),
  };
}

async function ensureDatabase(sql: postgres.Sql, name: string): Promise<void> {
  const [known] = await sql`select 1 from pg_database where datname = ${name}`;
  if (known) return;
  try {
    await createDatabase(sql, name);
  } catch (error) {
    // duplicate_database, or its index entry: someone else made it in this moment.
    if (!(error instanceof postgres.PostgresError && ['42P04', '23505'].includes(error.code))) throw error;
  }
}

async function provisionService(sql: TransactionSql, service: ServiceSchema): Promise<void> {
  const { schema, password, role = serviceRole(schema), alsoOwns = [] } = service;
  await ensureRole(sql, role, password);
  const database = await currentDatabase(sql);
  await sql`revoke all on database ${sql(database)} from public`;
  await sql`revoke create on schema public from public`;
  await sql`grant connect, temporary on database ${sql(database)} to ${sql(role)}`;
  for (const owned of [schema, ...alsoOwns]) {
    await sql`create schema if not exists ${sql(owned)} authorization ${sql(role)}`;
    await sql`revoke all on schema ${sql(owned)} from public`;
  }
  // Extensions stand in public.
  await sql`alter role ${sql(role)} in database ${sql(database)} set search_path to ${sql(schema)}, public`;
}

async function provisionLogin(sql: TransactionSql, { role, password }: LoginRole): Promise<void> {
  await ensureRole(sql, role, password);
  await sql`grant connect on database ${sql(await currentDatabase(sql))} to ${sql(role)}`;
}

async function currentDatabase(sql: TransactionSql): Promise<string> {
  const [current] = await sql<{ name: string }[]>`select current_database() as name`;
  return current?.name ?? '';
}

async function ensureRole(sql: TransactionSql, role: string, password: string): Promise<void> {
  const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
  // A password is no parameter in this statement. Ours are letters and digits; others are quoted by Postgres itself.
  const [quoted] = await sql<{ password: string }[]>`select quote_literal(${password}) as password`;
  const verb = known ? 'alter' : 'create';
  await sql.unsafe(
    `${verb} role "${role}" with login nosuperuser nocreatedb nocreaterole password ${quoted?.password}`,
  );
  // Who is no superuser must be a member of a role to make a schema that it owns.
  const [admin] = await sql<{ super: boolean }[]>`select rolsuper as super from pg_roles where rolname = current_user`;
  if (!admin?.super) await sql`grant ${sql(role)} to current_user`;
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function roleUrl(house: string, { role, password }: LoginRole): string {
  const url = new URL(house);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
