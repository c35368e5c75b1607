import { composeServices } from '@apollo/composition';
import { GraphQLError, parse } from 'graphql';
import type { World } from './model.ts';
import type { Monolith } from './monolith.ts';
import { buildMonolith } from './monolith.ts';
import { Random, seedOf } from './random.ts';
import { subgraphSdl } from './sdl.ts';
import { splitWorld } from './split.ts';
import type { Feature, Split } from './split-model.ts';
import { allFeatures } from './split-model.ts';
import type { SubgraphServer } from './subgraph.ts';
import { serveSubgraph } from './subgraph.ts';
import { growWorld } from './world.ts';

/** A world both ways: as one server, and as subgraphs with their supergraph. */
export interface House {
  readonly seed: number;
  readonly world: World;
  readonly split: Split;
  readonly monolith: Monolith;
  readonly servers: ReadonlyMap<string, SubgraphServer>;
  readonly sdls: ReadonlyMap<string, string>;
  readonly supergraphSdl: string;
}

export interface Refusal {
  readonly seed: number;
  readonly sdls: ReadonlyMap<string, string>;
  /** Composition's words. */
  readonly reasons: readonly string[];
}

/** Builds the house of a seed, or says why composition refuses its subgraphs. */
export function buildHouse(seed: number, without: ReadonlySet<Feature> = new Set()): House | Refusal {
  const random = new Random(seedOf(seed, 1));
  const features = new Set(allFeatures.filter((feature) => random.chance(0.7) && !without.has(feature)));
  const split = splitWorld(random, growWorld(seed, features), features);
  const sdls = new Map(split.subgraphs.map((subgraph) => [subgraph.name, subgraphSdl(split, subgraph)]));
  const services = [...sdls].map(([name, sdl]) => ({ name, url: `http://${name}.invalid`, typeDefs: parse(sdl) }));
  const composed = compose(services);
  if (composed.errors) {
    return { seed, sdls, reasons: composed.errors.map(({ message }) => message) };
  }
  return {
    seed,
    world: split.world,
    split,
    monolith: buildMonolith(split.world),
    servers: new Map(split.subgraphs.map((subgraph) => [subgraph.name, serveSubgraph(split, subgraph)])),
    sdls,
    supergraphSdl: composed.supergraphSdl,
  };
}

/** Some circles of @requires send composition into a recursion without end: it refuses these too, in its way. */
function compose(services: Parameters<typeof composeServices>[0]): ReturnType<typeof composeServices> {
  try {
    return composeServices(services);
  } catch (error) {
    return { errors: [new GraphQLError(String(error))] };
  }
}
