// `npm run codegen`: the manifest of all documents that our own clients send, from the modules that they send them from, so
// that every letter is the same. The gateway knows them by their hashes: docs/persisted-documents.md.
import { createHash } from 'node:crypto';
import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './house.ts';

const file = 'packages/graph-types/src/__generated__/persisted-documents.json';

interface Operation {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

function operationOf(body: string): Operation {
  const [, type, name] = /^(query|mutation|subscription)\s+([_A-Za-z]\w*)/.exec(body) ?? [];
  if (type === undefined || name === undefined)
    throw new Error(`A document must begin with a named operation:\n${body}`);
  return { id: createHash('sha256').update(body).digest('hex'), name, type, body };
}

async function textsOf(module: string): Promise<string[]> {
  const exported: Readonly<Record<string, unknown>> = await import(join(projectFolder, module));
  return Object.entries(exported).flatMap(([name, value]) =>
    name.endsWith('Document') && typeof value === 'object' && value !== null && 'text' in value
      ? [String(value.text)]
      : [],
  );
}

const modules = globSync('apps/*/src/__generated__/{operations,page-operations}.ts', { cwd: projectFolder }).sort();
const texts = new Set((await Promise.all(modules.map(textsOf))).flat());
const operations = [...texts]
  .map(operationOf)
  .sort((one, other) => one.name.localeCompare(other.name, 'en') || one.id.localeCompare(other.id, 'en'));
const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
writeFileSync(join(projectFolder, file), `${JSON.stringify(manifest, null, 2)}\n`);
