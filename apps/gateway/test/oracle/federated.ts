import type { GraphQLFormattedError } from 'graphql';
import { hash } from './data.ts';
import type { House } from './house.ts';
import type { Journal, Operation } from './monolith.ts';

/** A whole answer, as a client reads it. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What is held to the monolith: anything that answers operations from subgraphs. */
export interface Federated {
  execute(operation: Operation): Promise<Answer>;
}

/** One call to one subgraph: its body as JSON. @returns the answer as JSON. Rejects when the subgraph is down. */
export type Send = (subgraph: string, body: string) => Promise<string>;

/** Makes the system under test for a house; its calls go through `send`. */
export type MakeFederated = (house: House, send: Send) => Promise<Federated>;

export interface Network {
  readonly send: Send;
  /** Who was called since the last `reset`, and what with. */
  readonly calls: { readonly subgraph: string; readonly body: string }[];
  readonly journal: Journal;
  reset(trouble?: Trouble): void;
}

/**
 * What goes wrong in the subgraph of this name: all calls, or about half of them, come to nothing; they are answered by
 * an error alone; or some fields end in errors.
 */
export interface Trouble {
  readonly subgraph: string;
  readonly kind: (typeof troubles)[number];
  readonly seed: number;
}

export const troubles = ['down', 'flaky', 'error-answer', 'field-errors'] as const;

/** The wires between the gateway and the house's subgraphs: in this process, counted, and cut on demand. */
export function layNetwork(house: Pick<House, 'servers'>): Network {
  const calls: Network['calls'] = [];
  const journal: Journal = [];
  let trouble: Trouble | undefined;
  return {
    calls,
    journal,
    reset(next) {
      trouble = next;
      calls.length = 0;
      journal.length = 0;
    },
    async send(subgraph, body) {
      calls.push({ subgraph, body });
      const server = house.servers.get(subgraph);
      if (!server) {
        throw new Error(`There is no subgraph ${subgraph}.`);
      }
      const mine = trouble?.subgraph === subgraph ? trouble : undefined;
      if (mine?.kind === 'down' || (mine?.kind === 'flaky' && hash(`${mine.seed} ${body}`) % 2 === 0)) {
        throw new Error(`${subgraph} is down.`);
      }
      if (mine?.kind === 'error-answer') {
        return JSON.stringify({ errors: [{ message: `${subgraph} is not well.` }] });
      }
      return JSON.stringify(server.answer(JSON.parse(body), journal, mine?.seed));
    },
  };
}
