import { type EngineMode, engineFederated, engineModes, modeName } from './engine-federated.ts';
import { type Federated, layNetwork, type Network, troubles } from './federated.ts';
import { buildHouse, type House, type Refusal } from './house.ts';
import { type Fault, holdToMonolith } from './law.ts';
import type { Operation } from './monolith.ts';
import { randomOperation } from './operation.ts';
import { Random, seedOf } from './random.ts';
import type { Finding } from './report.ts';
import { shrink } from './shrink.ts';
import type { Feature } from './split-model.ts';
import { holdInTrouble } from './trouble.ts';

export interface OracleOptions {
  readonly seed: number;
  readonly cases: number;
  readonly modes?: readonly EngineMode[];
  /** What the graphs must not use, to see which part of a fault is whose. */
  readonly without?: readonly Feature[];
  /** This case alone, by its number. */
  readonly only?: number;
  /** Stop after so many findings. */
  readonly maxFindings?: number;
}

export interface Tally {
  cases: number;
  /** Operations that were held to the monolith, over all modes, everything up or one subgraph in trouble. */
  comparisons: number;
  calls: number;
  houses: number;
  /** Answers that the engine refused to give, since no planner had a right plan: how often for which reason. */
  readonly unplanned: Map<string, number>;
  /** Splits that composition refused. */
  readonly refusals: Refusal[];
  readonly findings: Finding[];
}

const casesPerHouse = 20;

/** One mode of the engine over a house, and the wires of its own. */
interface Stand {
  readonly mode: string;
  readonly federated: Federated;
  readonly network: Network;
}

/** Runs the cases of a seed: each operation in every mode with all subgraphs up, and in one mode with one in trouble. */
export async function runOracle(options: OracleOptions): Promise<Tally> {
  const { seed, cases, only, maxFindings = 5, modes = engineModes } = options;
  const tally: Tally = {
    cases: 0,
    comparisons: 0,
    calls: 0,
    houses: 0,
    unplanned: new Map(),
    refusals: [],
    findings: [],
  };
  const first = only === undefined ? 0 : Math.floor(only / casesPerHouse);
  for (let at = first; at * casesPerHouse < (only ?? cases - 1) + 1 && tally.findings.length < maxFindings; at += 1) {
    const house = nextHouse(seedOf(seed, at), new Set(options.without), tally);
    const stands = await Promise.all(modes.map((mode) => stand(house, mode)));
    for (let index = at * casesPerHouse; index < Math.min(cases, (at + 1) * casesPerHouse); index += 1) {
      if (only === undefined || only === index) {
        await runCase({ seed, index, house, stands }, tally);
      }
    }
  }
  return tally;
}

/** The house of a seed; where composition refuses it, that of the next one. */
function nextHouse(seed: number, without: ReadonlySet<Feature>, tally: Tally): House {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const house = buildHouse(seedOf(seed, attempt), without);
    if (!('reasons' in house)) {
      tally.houses += 1;
      return house;
    }
    tally.refusals.push(house);
  }
  throw new Error(`Composition refuses whatever comes of seed ${seed}.`);
}

async function stand(house: House, mode: EngineMode): Promise<Stand> {
  const network = layNetwork(house);
  return { mode: modeName(mode), network, federated: await engineFederated(mode)(house, network.send) };
}

interface Case {
  readonly seed: number;
  readonly index: number;
  readonly house: House;
  readonly stands: readonly Stand[];
}

async function runCase(given: Case, tally: Tally): Promise<void> {
  const { seed, index, house, stands } = given;
  const random = new Random(seedOf(seed, 1_000_000 + index));
  const operation = randomOperation(seedOf(seed, 2_000_000 + index), house.world, house.monolith.schema);
  const subgraph = random.pick([...house.servers.keys()]);
  const trouble = { subgraph, kind: random.pick(troubles), seed: random.below(1_000_000) };
  const troubled = stands[random.below(stands.length)];
  tally.cases += 1;
  for (const one of stands) {
    const fault = await hold(given, one, operation, tally, (smaller) =>
      holdToMonolith(house, one.federated, one.network, smaller),
    );
    // What is wrong while all is well is no news in trouble.
    if (!fault && one === troubled) {
      await hold(given, one, operation, tally, (smaller) =>
        holdInTrouble(house, one.federated, one.network, smaller, trouble),
      );
    }
  }
}

async function hold(
  { seed, index, house }: Case,
  { mode, network }: Stand,
  operation: Operation,
  tally: Tally,
  law: (operation: Operation) => Promise<Fault | undefined>,
): Promise<boolean> {
  const fault = await law(operation);
  tally.comparisons += 1;
  tally.calls += network.calls.length;
  if (!fault) {
    return false;
  }
  if (fault.refused) {
    tally.unplanned.set(fault.kind, (tally.unplanned.get(fault.kind) ?? 0) + 1);
    return true;
  }
  const small = await shrink(operation, house.monolith.schema, async (smaller) => sameKind(await law(smaller), fault));
  tally.findings.push({ seed, case: index, mode, house, operation: small, fault: (await law(small)) ?? fault });
  return true;
}

/** Names and places change while an operation shrinks. */
function sameKind(one: Fault | undefined, other: Fault): boolean {
  const bare = (fault: Fault) => fault.kind.replace(/[\w.]*\d[\w.]*|"[^"]*"/g, '').slice(0, 60);
  return one !== undefined && bare(one) === bare(other);
}
