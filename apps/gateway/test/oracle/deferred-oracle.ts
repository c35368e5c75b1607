import type { IncrementalFormat } from '../../src/http/incremental/incremental-format.ts';
import { withDefers } from './deferred.ts';
import { type EngineMode, incrementalFederated, modeName } from './engine-federated.ts';
import { layNetwork, troubles } from './federated.ts';
import { buildHouse, type House } from './house.ts';
import { ask, type Fault, isRefusal } from './law.ts';
import { randomOperation } from './operation.ts';
import { Random, seedOf } from './random.ts';
import type { Finding } from './report.ts';

export interface DeferredOptions {
  readonly seed: number;
  readonly cases: number;
  readonly modes: readonly EngineMode[];
  readonly maxFindings: number;
  readonly only?: number;
}

export interface DeferredTally {
  comparisons: number;
  /** Answers that came in more than one part. */
  refused: number;
  readonly findings: Finding[];
}

const formats: readonly IncrementalFormat[] = ['20220824', 'v0.2'];
const casesPerHouse = 20;

/** Random operations with @defer at random places: their parts, merged, must be the monolith's answer. */
export async function runDeferredOracle(options: DeferredOptions): Promise<DeferredTally> {
  const { seed, cases, modes, maxFindings, only } = options;
  const tally: DeferredTally = { comparisons: 0, refused: 0, findings: [] };
  for (let at = 0; at * casesPerHouse < cases && tally.findings.length < maxFindings; at += 1) {
    if (only !== undefined && Math.floor(only / casesPerHouse) !== at) continue;
    const house = nextHouse(seedOf(seed, at));
    const stands = await Promise.all(
      modes.flatMap((mode) =>
        formats.map(async (format) => {
          const network = layNetwork(house);
          const federated = await incrementalFederated(mode, format)(house, network.send);
          return { mode: `${modeName(mode)} ${format}`, network, federated };
        }),
      ),
    );
    for (let index = at * casesPerHouse; index < Math.min(cases, (at + 1) * casesPerHouse); index += 1) {
      if (only !== undefined && only !== index) continue;
      const random = new Random(seedOf(seed, 3_000_000 + index));
      const plain = randomOperation(seedOf(seed, 2_000_000 + index), house.world, house.monolith.schema);
      const operation = withDefers(plain, random, house.monolith.schema);
      const { answer, journal } = house.monolith.run(plain);
      const trouble = {
        subgraph: random.pick([...house.servers.keys()]),
        kind: random.pick(troubles),
        seed: random.below(1_000_000),
      };
      for (const { mode, network, federated } of stands) {
        for (const isWell of [true, false]) {
          network.reset(isWell ? undefined : trouble);
          const got = await ask(federated, operation);
          tally.comparisons += 1;
          const fault = (kind: string): Fault => ({
            kind,
            refused: isRefusal(got),
            wanted: answer.data,
            got,
            calls: [...network.calls],
          });
          if (isRefusal(got)) {
            tally.refused += 1;
            continue;
          }
          const kind = got.thrown ?? (isWell ? whole(got, answer.data) : partial(got, answer.data, journal.length > 0));
          if (kind)
            tally.findings.push({
              seed,
              case: index,
              mode: `${mode} ${isWell ? '' : JSON.stringify(trouble)}`,
              house,
              operation,
              fault: fault(kind),
            });
          const wrote = isWell && JSON.stringify(journal) !== JSON.stringify(network.journal);
          if (wrote)
            tally.findings.push({ seed, case: index, mode, house, operation, fault: fault('other side effects') });
        }
      }
    }
  }
  return tally;
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

function whole({ data, errors = [] }: Got, wanted: unknown): string | undefined {
  if (errors.length > 0) return `error: ${JSON.stringify(errors[0])}`;
  return sorted(data) === sorted(wanted) ? undefined : 'other data';
}

/** With a subgraph in trouble: nothing is wrong, and nothing is missing without an error. */
function partial({ data, errors = [] }: Got, wanted: unknown, isMutation: boolean): string | undefined {
  if (isMutation) return undefined;
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
