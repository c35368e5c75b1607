import { type Explanation, explanationIn, withoutExplanation } from './explanation.ts';

/** What is asked of the gateway beside the answer. `anew`: fetched anew, past what is kept. Null: nothing. */
export type Wish = true | 'anew' | null;

/** Where the plan of the last operation stands. */
export type PlanState =
  | { readonly kind: 'none' }
  | { readonly kind: 'waiting'; readonly operation: string | null }
  | { readonly kind: 'shown'; readonly explanation: Explanation }
  /** The gateway said nothing: it may not, or has nothing to say. */
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'subscription' };

/** Holds the plan between the fetcher, which learns it, and the panel, which shows it. */
export interface PlanStore {
  wish: Wish;
  begin(operation: string | null, kind: 'query' | 'subscription'): void;
  /** Takes the explanation out of a payload, or out of a list of them. */
  take<Payload>(payload: Payload): Payload;
  /** The whole answer is there. */
  end(): void;
  read(): PlanState;
  subscribe(listener: () => void): () => void;
}

export function createPlanStore(): PlanStore {
  const listeners = new Set<() => void>();
  let state: PlanState = { kind: 'none' };
  const put = (next: PlanState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const store: PlanStore = {
    wish: true,
    begin: (operation, kind) => put(kind === 'query' ? { kind: 'waiting', operation } : { kind }),
    take(payload) {
      if (Array.isArray(payload)) return payload.map((part) => store.take(part)) as typeof payload;
      const explanation = explanationIn(payload);
      if (explanation) put({ kind: 'shown', explanation });
      return withoutExplanation(payload);
    },
    end() {
      if (state.kind === 'waiting') put({ kind: 'unsaid' });
    },
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}
