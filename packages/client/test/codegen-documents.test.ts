import { generate } from '@graphql-codegen/cli';
import { expect, it } from 'vitest';
import { documentOutput, documentTypes, documentTypesWithPages } from '../codegen-documents.ts';

const inTest = (file: string) => new URL(file, import.meta.url).pathname;

async function generated(documents: string): Promise<string> {
  const entry = documentOutput({ schema: inTest('schema.graphql'), documents: [documents] });
  const outputs = await generate({ generates: { 'operations.ts': entry }, silent: true }, false);
  return outputs[0].content;
}

it('operations become the types that the committed file holds', async () => {
  await expect(await generated(inTest('operations.graphql'))).toMatchFileSnapshot('__generated__/operations.ts');
});

it('generated code is what Node can strip, and holds no any', async () => {
  const code = await generated(inTest('operations.graphql'));
  expect(code).not.toMatch(/\b(enum|namespace|private|constructor)\b|\bany\b/);
  expect(code).toContain("import type { TypedDocument as DocumentNode } from '@dateline/client/typed-document'");
});

it("an app's entry reads its own documents against the public schema", () => {
  expect(documentTypes('cli')).toMatchObject({
    'apps/cli/src/__generated__/operations.ts': {
      schema: 'packages/graph-types/api.graphql',
      documents: ['apps/cli/src/**/*.graphql'],
    },
  });
});

it('what scripts in pages ask comes to a file of its own, and to no other', () => {
  expect(documentTypesWithPages('web')).toMatchObject({
    'apps/web/src/__generated__/operations.ts': {
      documents: ['apps/web/src/**/*.graphql', '!apps/web/src/islands/**'],
    },
    'apps/web/src/__generated__/page-operations.ts': { documents: ['apps/web/src/islands/**/*.graphql'] },
  });
});
