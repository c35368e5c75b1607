import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { storySdl } from './story.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

/** The supergraph over the one subgraph. */
export function storiesSupergraph(url: string): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'stories', url, typeDefs: parse(`${link}\n${storySdl}`) },
  ]);
  if (!supergraphSdl) throw new Error(`The stories do not compose: ${errors?.join('\n')}`);
  return supergraphSdl;
}
