import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { readSupergraph, type Supergraph } from '../../supergraph/supergraph.ts';

const directives = '"@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject"';
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [${directives}])`;

/** The supergraph of some subgraphs, by name. */
export function composed(subgraphs: Readonly<Record<string, string>>): Supergraph {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(`${link} ${sdl}`),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return readSupergraph(supergraphSdl);
}
