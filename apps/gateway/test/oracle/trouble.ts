import type { GraphQLFormattedError } from 'graphql';
import { nonconformity } from './conform.ts';
import type { Answer, Federated, Network, Trouble } from './federated.ts';
import type { House } from './house.ts';
import { ask, type Fault, isRefusal } from './law.ts';
import type { Operation } from './monolith.ts';

type Path = readonly (string | number)[];

/**
 * The law while one subgraph is in trouble. Nothing is wrong: every value is the monolith's, in its order and its length,
 * or it is null where the schema lets it be. Nothing is silent: a null that the monolith does not have lies on the path of an error that names the
 * subgraph. Nothing is lost that did not need the subgraph: when no call went to it the answer is whole, and so is each
 * root field that alone needs no call to it.
 */
export async function holdInTrouble(
  house: House,
  federated: Federated,
  network: Network,
  operation: Operation,
  trouble: Trouble,
): Promise<Fault | undefined> {
  const { answer, journal } = house.monolith.run(operation);
  // What a mutation counts depends on those before it that failed.
  const wanted = journal.length > 0 ? withoutTurns(answer.data) : answer.data;
  network.reset(trouble);
  const answered = await ask(federated, operation);
  const got = journal.length > 0 ? { ...answered, data: withoutTurns(answered.data) } : answered;
  const calls = [...network.calls];
  const fault = (kind: string): Fault => ({
    kind: `${trouble.subgraph} ${trouble.kind}: ${kind}`,
    refused: isRefusal(got),
    wanted,
    got,
    calls,
  });
  if (got.thrown !== undefined) {
    return fault(`refused: ${got.thrown}`);
  }
  const touched = calls.some(({ subgraph }) => subgraph === trouble.subgraph);
  if (!touched && JSON.stringify(got.data) !== JSON.stringify(wanted)) {
    return fault('data is missing that the subgraph has no part in');
  }
  const wrong =
    compare(got.data, wanted, [], got.errors ?? []) ??
    nonconformity(house, operation, got.data) ??
    strayError(got, trouble);
  return wrong === undefined ? undefined : fault(wrong);
}

/** @returns what is wrong at or below this place. */
function compare(
  got: unknown,
  wanted: unknown,
  path: Path,
  errors: readonly GraphQLFormattedError[],
): string | undefined {
  const at = path.join('.') || 'data';
  if (got === null || got === undefined) {
    if (got === undefined) {
      return `${at} is not there`;
    }
    return wanted === null || errors.some((error) => onOnePath(error.path ?? [], path))
      ? undefined
      : `${at} is null without an error`;
  }
  if (Array.isArray(wanted) && Array.isArray(got)) {
    if (wanted.length !== got.length) {
      return `${at} has another length`;
    }
    return firstOf(wanted.map((item, index) => () => compare(got[index], item, [...path, index], errors)));
  }
  // A custom scalar may hold an object; what is no field of ours is compared as a whole.
  if (isObject(wanted) && isObject(got)) {
    const keys = Object.keys(wanted);
    if (Object.keys(got).join() !== keys.join()) {
      return `${at} has other fields`;
    }
    return firstOf(keys.map((key) => () => compare(got[key], wanted[key], [...path, key], errors)));
  }
  return got === wanted ? undefined : `${at} has a wrong value`;
}

/** Whole numbers below mutations may be turns; they are all made alike. */
function withoutTurns(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data ?? null), (_, value: unknown) => (Number.isInteger(value) ? 0 : value));
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One of the two leads to the other: an error may lie below the null that it made, or above what it kept from being asked. */
function onOnePath(one: Path, other: Path): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((step, index) => step === other[index]);
}

/** Every error names the subgraph in trouble, and its path ends at, or under, a null. */
function strayError({ data, errors = [] }: Answer, { subgraph }: Trouble): string | undefined {
  for (const { path, extensions, message } of errors) {
    if (extensions?.['subgraph'] !== subgraph) {
      return `an error names ${extensions?.['subgraph']}: ${message}`;
    }
    // A call that failed may have made no null: what it was for was null already. Such an error has no place.
    if (path !== undefined && !leadsToNull(data, path)) {
      return `an error's path does not lead to a null: ${path.join('.')}`;
    }
  }
  return undefined;
}

function leadsToNull(data: unknown, path: Path): boolean {
  let place = data;
  for (const step of path) {
    if (place === null || typeof place !== 'object') {
      break;
    }
    place = (place as Record<string | number, unknown>)[step];
  }
  return place === null;
}
