/** An operation to try: a file of `examples/queries/`, put into the page when it is built. */
export interface Example {
  /** The file's name without its ending: `article-page`. */
  readonly name: string;
  /** The file's leading comment, in one line. */
  readonly description: string;
  readonly query: string;
  /** The text of `<name>.variables.json`, if there is one. */
  readonly variables: string | null;
}

const queries = import.meta.glob<string>('../../../../examples/queries/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('../../../../examples/queries/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All examples, in the order of their file names. */
export const examples: readonly Example[] = Object.entries(queries)
  .sort(([a], [b]) => a.localeCompare(b, 'en'))
  .map(([path, query]) => ({
    name: path.replace(/^.*\//, '').replace(/\.graphql$/, ''),
    description: leadingComment(query),
    query,
    variables: variables[path.replace(/\.graphql$/, '.variables.json')] ?? null,
  }));

function leadingComment(query: string): string {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s?/, ''))
    .join(' ');
}
