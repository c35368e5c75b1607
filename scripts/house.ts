import { join } from 'node:path';
import type { Ports } from './ports.ts';
import type { Secrets } from './secrets.ts';

/** The clone's root. */
export const projectFolder = join(import.meta.dirname, '..');

/** Services with tables of their own: a schema and a role each. */
export const schemas = ['articles', 'media', 'comments'] as const;
export type SchemaName = (typeof schemas)[number];

/** Schemas that a service's role owns beside its own: what articles publishes at a set time stands there as jobs. */
const schemasBeside: Partial<Record<SchemaName, readonly string[]>> = { articles: ['articles_jobs'] };
export const alsoOwnedBy = (schema: SchemaName) => schemasBeside[schema] ?? [];

/** What each service is given in the database. */
export const serviceSchemas = (passwordOf: (schema: SchemaName) => string) =>
  schemas.map((schema) => ({ schema, password: passwordOf(schema), alsoOwns: alsoOwnedBy(schema) }));

/** Who has a role in the database: those, and the gateway, which only reads the bus. */
export const databaseUsers = [...schemas, 'gateway'] as const;
export type DatabaseUser = (typeof databaseUsers)[number];

/** All that runs: the app's folder under apps/, its package @dateline/<app>, and its port's name. */
export const apps = ['articles', 'media', 'comments', 'syndication', 'gateway', 'web'] as const;
export type AppName = (typeof apps)[number];

/** Where one house keeps its own things; `.dateline/` for `npm start`, a temporary folder for a house in a test. */
export function houseFiles(folder: string) {
  return {
    folder,
    secrets: join(folder, 'secrets.json'),
    devIssuerKey: join(folder, 'dev-issuer.json'),
    postgres: join(folder, 'postgres'),
    media: join(folder, 'media'),
    logs: join(folder, 'logs'),
    compileCache: join(folder, 'compile-cache'),
    lock: join(folder, 'house.lock'),
  };
}

export interface HouseOptions {
  readonly ports: Omit<Ports, 'postgres'>;
  readonly secrets: Pick<Secrets, 'viewerSigningSecret' | 'imageSigningSecret'>;
  readonly files: Pick<ReturnType<typeof houseFiles>, 'devIssuerKey' | 'media'>;
  /** As each one's own role. */
  readonly databaseUrls: Readonly<Record<DatabaseUser, string>>;
}

/** What every process of the house finds in its environment. The names are a contract: docker-compose.yml uses the same. */
export function houseEnvironment({ ports, secrets, files, databaseUrls }: HouseOptions): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    ARTICLES_PORT: String(ports.articles),
    MEDIA_PORT: String(ports.media),
    COMMENTS_PORT: String(ports.comments),
    SYNDICATION_PORT: String(ports.syndication),
    GATEWAY_PORT: String(ports.gateway),
    WEB_PORT: String(ports.web),
    ARTICLES_DATABASE_URL: databaseUrls.articles,
    MEDIA_DATABASE_URL: databaseUrls.media,
    COMMENTS_DATABASE_URL: databaseUrls.comments,
    GATEWAY_DATABASE_URL: databaseUrls.gateway,
    VIEWER_SIGNING_SECRET: secrets.viewerSigningSecret,
    IMAGE_SIGNING_SECRET: secrets.imageSigningSecret,
    DEV_ISSUER_KEY_FILE: files.devIssuerKey,
    MEDIA_DIR: files.media,
    MEDIA_URL: `http://localhost:${ports.media}`,
    SITE_URL: `http://localhost:${ports.web}`,
    GATEWAY_URL: `http://localhost:${ports.gateway}/graphql`,
    GATEWAY_PUBLIC_URL: `http://localhost:${ports.gateway}/graphql`,
    FEED_URL: `http://localhost:${ports.syndication}`,
    ARTICLES_URL: `http://127.0.0.1:${ports.articles}/graphql`,
    MEDIA_SUBGRAPH_URL: `http://127.0.0.1:${ports.media}/graphql`,
    COMMENTS_URL: `http://127.0.0.1:${ports.comments}/graphql`,
    ...quiet,
  };
}

/** No tool of ours calls home. */
export const quiet = {
  APOLLO_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

export const readyUrl = (app: AppName, ports: Omit<Ports, 'postgres'>) => `http://127.0.0.1:${ports[app]}/readyz`;
