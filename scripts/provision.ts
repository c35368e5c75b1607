import { asAdministrator } from '@dateline/db/administrator';
import { provision, serviceRole } from '@dateline/db/provision';
import { createBusTables } from '@dateline/events/postgres-bus';
import { parseEnv, postgresUrl } from '@dateline/service-kit/env';
import { databaseUsers, schemas, serviceSchemas } from './house.ts';

/**
 * Prepares a database for a house that runs in containers: a schema and a role for each service, and the bus between
 * them, which the gateway's role may read. Run once before the services' own migrations; running it again changes nothing. Each role's password is the one
 * in its service's URL.
 */
const env = parseEnv(
  'provision',
  {
    /** An administrator's URL of the house's database. */
    ADMIN_DATABASE_URL: postgresUrl,
    ARTICLES_DATABASE_URL: postgresUrl,
    MEDIA_DATABASE_URL: postgresUrl,
    COMMENTS_DATABASE_URL: postgresUrl,
    GATEWAY_DATABASE_URL: postgresUrl,
  },
  process.env,
);

const urls = {
  articles: env.ARTICLES_DATABASE_URL,
  media: env.MEDIA_DATABASE_URL,
  comments: env.COMMENTS_DATABASE_URL,
  gateway: env.GATEWAY_DATABASE_URL,
};

const passwordOf = (user: (typeof databaseUsers)[number]) => decodeURIComponent(new URL(urls[user]).password);
const wrong = databaseUsers.filter((user) => new URL(urls[user]).username !== serviceRole(user));
if (wrong.length > 0) {
  console.error(wrong.map((user) => `The URL of ${user} must name the role ${serviceRole(user)}.`).join('\n'));
  process.exit(1);
}
const services = serviceSchemas(passwordOf);
const reader = { role: serviceRole('gateway'), password: passwordOf('gateway') };

await provision({ adminUrl: env.ADMIN_DATABASE_URL, services, logins: [reader] });
await asAdministrator(env.ADMIN_DATABASE_URL, (sql) =>
  createBusTables(sql, { roles: schemas.map(serviceRole), readers: [reader.role] }),
);
console.log(`Ready: ${databaseUsers.map(serviceRole).join(', ')}`);
