import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from './fault.ts';
import { type DatabaseUser, databaseUsers } from './house.ts';

/** Made once for each folder, on its first start. */
export interface Secrets {
  /** Signs who is asking, between the gateway and the subgraphs. */
  readonly viewerSigningSecret: string;
  /** Signs the addresses of renditions. */
  readonly imageSigningSecret: string;
  /** The embedded Postgres' administrator. */
  readonly postgresPassword: string;
  /** The roles in the database. */
  readonly rolePasswords: Readonly<Record<DatabaseUser, string>>;
}

const newSecret = () => randomBytes(32).toString('hex');

export function makeSecrets(): Secrets {
  const rolePasswords = Object.fromEntries(databaseUsers.map((user) => [user, newSecret()])) as Record<
    DatabaseUser,
    string
  >;
  return {
    viewerSigningSecret: newSecret(),
    imageSigningSecret: newSecret(),
    postgresPassword: newSecret(),
    rolePasswords,
  };
}

/** Reads the folder's secrets, or makes them: a file that only its owner may read. */
export function ensureSecrets(file: string): Secrets {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600, flag: 'wx' });
  }
  const secrets = withGatewayPassword(file, parse(file));
  const all = [
    secrets?.viewerSigningSecret,
    secrets?.imageSigningSecret,
    secrets?.postgresPassword,
    ...databaseUsers.map((user) => secrets?.rolePasswords?.[user]),
  ];
  if (secrets && all.every((secret) => typeof secret === 'string' && secret.length >= 32)) return secrets as Secrets;
  throw new Fault(
    `${file} is damaged: put a copy back; or remove it together with the data folder beside it, and both are made anew.`,
  );
}

/** A folder from before the gateway had a role: everything else in it stands. */
function withGatewayPassword(file: string, secrets: Partial<Secrets> | null): Partial<Secrets> | null {
  if (!secrets?.rolePasswords || secrets.rolePasswords.gateway !== undefined) return secrets;
  const completed = { ...secrets, rolePasswords: { ...secrets.rolePasswords, gateway: newSecret() } };
  const written = `${file}.new`;
  writeFileSync(written, JSON.stringify(completed, null, 2), { mode: 0o600 });
  renameSync(written, file);
  return completed;
}

function parse(file: string): Partial<Secrets> | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
  } catch {
    return null;
  }
}
