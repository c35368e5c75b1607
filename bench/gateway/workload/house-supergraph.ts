import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { subgraphs } from '@dateline/graph-types/subgraphs';

/** The house's committed supergraph, with the subgraphs where they listen now. */
export function houseSupergraph(urls: Readonly<Record<string, string>>): string {
  const file = fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql'));
  return subgraphs.reduce(
    (text, { name, url }) => text.replaceAll(`"${url}"`, JSON.stringify(urls[name])),
    readFileSync(file, 'utf8'),
  );
}
