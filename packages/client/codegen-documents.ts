/** One entry of a codegen configuration's `generates`; structural, so that only the root needs the codegen packages. */
interface DocumentOutput {
  readonly schema: string;
  readonly documents: string[];
  readonly plugins: (string | { readonly add: { readonly content: string } })[];
  readonly config: Record<string, unknown>;
}

/**
 * How the operations of one app become types: every `apps/<name>/src/**\/*.graphql` goes into
 * `apps/<name>/src/__generated__/operations.ts`, checked against the public schema. To be spread into `generates` of the
 * root's codegen.ts, whose paths are meant from the root.
 */
export function documentTypes(appName: string): Record<string, DocumentOutput> {
  return { [`apps/${appName}/src/__generated__/operations.ts`]: appOutput(`apps/${appName}/src/**/*.graphql`) };
}

/**
 * The same for an app with scripts that go to browsers. What those ask stands under `src/islands` and comes to a file of its
 * own, `page-operations.ts`: bundlers keep all documents of a file, also those that nobody uses.
 */
export function documentTypesWithPages(appName: string): Record<string, DocumentOutput> {
  const source = `apps/${appName}/src`;
  return {
    [`${source}/__generated__/operations.ts`]: appOutput(`${source}/**/*.graphql`, `!${source}/islands/**`),
    [`${source}/__generated__/page-operations.ts`]: appOutput(`${source}/islands/**/*.graphql`),
  };
}

function appOutput(...documents: readonly string[]): DocumentOutput {
  return documentOutput({ schema: 'packages/graph-types/api.graphql', documents });
}

/** The same for any schema and any documents. */
export function documentOutput({
  schema,
  documents,
}: {
  readonly schema: string;
  readonly documents: readonly string[];
}): DocumentOutput {
  return {
    schema,
    documents: [...documents],
    plugins: [
      { add: { content: '// Generated from the .graphql files by `npm run codegen`. Edit those.' } },
      'typescript-operations',
      'typed-document-node',
    ],
    config: {
      // Our own tag in place of graphql-tag: a document stays text, so clients carry no GraphQL parser.
      documentMode: 'graphQLTag',
      gqlImport: '@dateline/client/typed-document#gql',
      documentNodeImport: '@dateline/client/typed-document#TypedDocument',
      useTypeImports: true,
      pureMagicComment: true,
      // Node strips types and nothing more, so enums are unions of strings.
      enumType: 'string-literal',
      immutableTypes: true,
      scalars: { ID: 'string', DateTime: 'string', LanguageTag: 'string', Url: 'string', Html: 'string' },
      // A scalar that is not listed above stops the generation instead of becoming `any`.
      strictScalars: true,
      // A list takes a list: what the API would coerce is still a mistake in our own code.
      arrayInputCoercion: false,
      skipTypename: true,
      dedupeFragments: true,
    },
  };
}
