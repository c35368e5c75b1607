import type { Answer, Federated, Network } from './federated.ts';
import type { House } from './house.ts';
import type { Operation } from './monolith.ts';

export interface Fault {
  /** What kind of thing went wrong, in few words: faults of a kind are shown once. */
  readonly kind: string;
  /** No planner has a right plan: nothing is answered, and nothing is wrong. */
  readonly refused: boolean;
  readonly wanted: unknown;
  readonly got: unknown;
  readonly calls: readonly { readonly subgraph: string; readonly body: string }[];
}

/** Asks, and gives a rejection as an answer that has nothing but an error. */
export async function ask(federated: Federated, operation: Operation): Promise<Answer & { readonly thrown?: string }> {
  try {
    return await federated.execute(operation);
  } catch (error) {
    return { thrown: reasonOf(error) };
  }
}

/** The engine says so when the plans that it was given would answer wrong. */
export function isRefusal({ thrown }: { readonly thrown?: string }): boolean {
  return thrown?.startsWith('no plan could be made') ?? false;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.message}${error.cause ? `: ${reasonOf(error.cause)}` : ''}` : String(error);
}

/**
 * The law while everything is up: the data is the monolith's, byte for byte, so also in the order of its keys; there are
 * no errors; and mutations have had the same effects in the same order.
 */
export async function holdToMonolith(
  house: House,
  federated: Federated,
  network: Network,
  operation: Operation,
): Promise<Fault | undefined> {
  const { answer, journal } = house.monolith.run(operation);
  if (answer.errors) {
    throw new Error(`The generator asked what has no clean answer: ${answer.errors[0]?.message}`);
  }
  network.reset();
  const got = await ask(federated, operation);
  const fault = (kind: string): Fault => ({
    kind,
    refused: isRefusal(got),
    wanted: answer.data,
    got,
    calls: [...network.calls],
  });
  if (got.thrown !== undefined) {
    return fault(`refused: ${got.thrown}`);
  }
  if (got.errors?.length) {
    return fault(`error: ${got.errors[0]?.message}`);
  }
  const wanted = JSON.stringify(answer.data);
  if (JSON.stringify(got.data) !== wanted) {
    return fault(sorted(got.data) === sorted(answer.data) ? 'keys in another order' : 'other data');
  }
  return JSON.stringify(journal) === JSON.stringify(network.journal) ? undefined : fault('other side effects');
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, item) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)))
      : item,
  );
}
