import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { shopSdl, shopSubgraphs } from './shop-sdl.ts';

/** The shop's supergraph, with the subgraphs where they listen. */
export function composeShop(urls: Readonly<Record<string, string>>): string {
  const services = shopSubgraphs.map((name) => ({ name, url: urls[name] ?? '', typeDefs: parse(shopSdl[name]) }));
  const composed = composeServices(services);
  if (composed.errors) throw new Error(`The shop does not compose: ${composed.errors.join('; ')}`);
  return composed.supergraphSdl;
}
