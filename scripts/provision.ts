import { asAdministrator } from '@dateline/db/administrator';
import { provision, serviceRole } from '@dateline/db/provision';
import { createBusTables } from '@dateline/events/postgres-bus';
import { parseEnv, postgresUrl } from '@dateline/service-kit/env';
import { schemas } from './house.ts';

/**
 * Prepares a database for a house that runs in containers: a schema and a role for each service, and the bus between
 * them. Run once before the services' own migrations; running it again changes nothing. Each role's password is the one
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
  },
  process.env,
);

const serviceUrls = {
  articles: env.ARTICLES_DATABASE_URL,
  media: env.MEDIA_DATABASE_URL,
  comments: env.COMMENTS_DATABASE_URL,
};

const services = schemas.map((schema) => {
  const { username, password } = new URL(serviceUrls[schema]);
  return { schema, role: username, password: decodeURIComponent(password) };
});
const wrong = services.filter(({ schema, role }) => role !== serviceRole(schema));
if (wrong.length > 0) {
  console.error(
    wrong.map(({ schema }) => `The URL of ${schema} must name the role ${serviceRole(schema)}.`).join('\n'),
  );
  process.exit(1);
}

await provision({ adminUrl: env.ADMIN_DATABASE_URL, services });
await asAdministrator(env.ADMIN_DATABASE_URL, (sql) => createBusTables(sql, { roles: schemas.map(serviceRole) }));
console.log(`Ready: ${schemas.map(serviceRole).join(', ')}`);
