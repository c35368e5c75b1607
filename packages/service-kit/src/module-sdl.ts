import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The schema.graphql of each module below a folder; `base`, which links the federation spec, first. */
export function readModuleSdl(folder: string): string[] {
  return readdirSync(folder)
    .sort((a, b) => Number(b === 'base') - Number(a === 'base') || a.localeCompare(b))
    .map((module) => join(folder, module, 'schema.graphql'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
}
