import type { IncrementalFormat } from '../../src/http/incremental/incremental-format.ts';
import { withDefers } from './deferred.ts';
import { type EngineMode, incrementalFederated, modeName } from './engine-federated.ts';
import { type Federated, layNetwork, type Network, type Trouble, troubles } from './federated.ts';
import { buildHouse, type House } from './house.ts';
import { ask, type Fault, isRefusal } from './law.ts';
import type { Journal } from './monolith.ts';
import { randomOperation } from './operation.ts';
import { Random, seedOf } from './random.ts';
import type { Finding } from './report.ts';

export interface DeferredOptions {
  readonly seed: number;
  readonly cases: number;
  readonly modes: readonly EngineMode[];
  readonly maxFindings: number;
}

export interface DeferredTally {
  comparisons: number;
  /** Answers that the engine refused to give, since no planner had a right plan. */
  refused: number;
  readonly findings: Finding[];
}

const formats: readonly IncrementalFormat[] = ['20220824', 'v0.2'];
const casesPerHouse = 20;

/** The engine over a house, in one mode and one format, with wires of its own. */
interface Stand {
  readonly mode: string;
  readonly network: Network;
  readonly federated: Federated;
}

/** Random operations with @defer at random places: their parts, merged, must be the monolith's answer. */
export async function runDeferredOracle(options: DeferredOptions): Promise<DeferredTally> {
  const { seed, cases, modes, maxFindings } = options;
  const tally: DeferredTally = { comparisons: 0, refused: 0, findings: [] };
  for (let at = 0; at * casesPerHouse < cases && tally.findings.length < maxFindings; at += 1) {
    const house = nextHouse(seedOf(seed, at));
    const stands = await Promise.all(modes.flatMap((mode) => formats.map((format) => stand(house, mode, format))));
    for (let index = at * casesPerHouse; index < Math.min(cases, (at + 1) * casesPerHouse); index += 1) {
      await runCase({ seed, index, house, stands }, tally);
    }
  }
  return tally;
}

async function stand(house: House, mode: EngineMode, format: IncrementalFormat): Promise<Stand> {
  const network = layNetwork(house);
  const federated = await incrementalFederated(mode, format)(house, network.send);
  return { mode: `${modeName(mode)} ${format}`, network, federated };
}

interface Case {
  readonly seed: number;
  readonly index: number;
  readonly house: House;
  readonly stands: readonly Stand[];
}

/** In every mode and format, with all subgraphs up and with one in trouble. */
async function runCase({ seed, index, house, stands }: Case, tally: DeferredTally): Promise<void> {
  const random = new Random(seedOf(seed, 3_000_000 + index));
  const plain = randomOperation(seedOf(seed, 2_000_000 + index), house.world, house.monolith.schema);
  const operation = withDefers(plain, random, house.monolith.schema);
  const { answer, journal } = house.monolith.run(plain);
  const subgraph = random.pick([...house.servers.keys()]);
  const trouble: Trouble = { subgraph, kind: random.pick(troubles), seed: random.below(1_000_000) };
  for (const { mode, network, federated } of stands) {
    for (const troubled of [undefined, trouble]) {
      network.reset(troubled);
      const got = await ask(federated, operation);
      tally.comparisons += 1;
      if (isRefusal(got)) {
        tally.refused += 1;
        continue;
      }
      const kind =
        got.thrown ?? (troubled ? partial(got, answer.data, journal) : whole(got, answer.data, journal, network));
      if (kind === undefined) continue;
      const fault: Fault = { kind, refused: false, wanted: answer.data, got, calls: [...network.calls] };
      const place = troubled ? `${mode}, ${JSON.stringify(troubled)}` : mode;
      tally.findings.push({ seed, case: index, mode: place, house, operation, fault });
    }
  }
}

function nextHouse(seed: number): House {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const house = buildHouse(seedOf(seed, attempt));
    if (!('reasons' in house)) return house;
  }
  throw new Error(`Composition refuses whatever comes of seed ${seed}.`);
}

interface Got {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

function whole({ data, errors = [] }: Got, wanted: unknown, journal: Journal, network: Network): string | undefined {
  if (errors.length > 0) return `error: ${JSON.stringify(errors[0])}`;
  if (JSON.stringify(journal) !== JSON.stringify(network.journal)) return 'other side effects';
  return sorted(data) === sorted(wanted) ? undefined : 'other data';
}

/** With a subgraph in trouble: nothing is wrong, and nothing is missing without an error. What mutations count may differ. */
function partial({ data, errors = [] }: Got, wanted: unknown, journal: Journal): string | undefined {
  if (journal.length > 0) return undefined;
  const isLess = (got: unknown, whole: unknown): boolean => {
    if (got === null || got === undefined) return true;
    if (Array.isArray(got) && Array.isArray(whole)) {
      return got.length === whole.length && got.every((item, index) => isLess(item, whole[index]));
    }
    if (typeof got === 'object' && typeof whole === 'object' && whole !== null) {
      return Object.entries(got).every(
        ([key, value]) => key in whole && isLess(value, (whole as Record<string, unknown>)[key]),
      );
    }
    return got === whole;
  };
  if (!isLess(data, wanted)) return 'in trouble: a wrong value';
  return errors.length > 0 || sorted(data) === sorted(wanted) ? undefined : 'in trouble: missing without an error';
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}
