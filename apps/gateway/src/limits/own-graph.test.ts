import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readSupergraph } from '../engine/supergraph/supergraph.ts';
import { operationCost } from './cost.ts';
import { limitSettings } from './limit-settings.ts';
import { fragmentsOf } from './operation.ts';

const supergraph = fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql'));
const { api: schema } = readSupergraph(readFileSync(supergraph, 'utf8'));

function costOf(query: string): number {
  const document = parse(query);
  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operationCost({
    ...{ document, definition: definition as OperationDefinitionNode },
    ...{ schema, fragments: fragmentsOf(document), variables: {} },
  } as Parameters<typeof operationCost>[0]);
}

/** A list with related stories under so many names, each for another count, so that none shares another's work. */
const relatedInManyWays = (ways: number) =>
  `{ articles(first: 100) { nodes { ${Array.from({ length: ways }, (_, at) => `r${at}: related(first: ${at + 1}) { id }`).join(' ')} } } }`;

describe('what the house itself offers', () => {
  it('lets a page ask for the related stories of a list, and nobody for those of a hundred in six ways', () => {
    const most = limitSettings.MAX_COST.parse(undefined);
    expect(costOf('{ articles(first: 20) { nodes { related { id headline } } } }')).toBeLessThan(most / 10);
    expect(costOf(relatedInManyWays(5))).toBeLessThan(most);
    expect(costOf(relatedInManyWays(6))).toBeGreaterThan(most);
  });
});
