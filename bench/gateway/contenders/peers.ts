import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The peers' own folder: a package outside the workspace. */
export const peersFolder = join(import.meta.dirname, '../peers');

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

/** The exact versions that are installed. */
export function peerVersions(): Readonly<Record<string, string>> {
  const { dependencies, optionalDependencies } = manifest.parse(
    JSON.parse(readFileSync(join(peersFolder, 'package.json'), 'utf8')),
  );
  return { ...dependencies, ...optionalDependencies };
}

export function peerFile(path: string): string {
  return join(peersFolder, path);
}

export function isInstalled(path: string): boolean {
  return existsSync(peerFile(path));
}
