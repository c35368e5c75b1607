/** What is to be dropped from the caches of every worker. */
export type Purge = { readonly tags: readonly string[] } | { readonly all: true };

/** From a worker to the primary. */
export type ToPrimary =
  | { readonly kind: 'metrics'; readonly id: number }
  /** For all other workers. */
  | { readonly kind: 'purge'; readonly purge: Purge };

/** From the primary to a worker. */
export type ToWorker =
  | { readonly kind: 'metrics'; readonly id: number; readonly text: string }
  | { readonly kind: 'purge'; readonly purge: Purge }
  /** Another one has taken its place: finish what is under way, and end. */
  | { readonly kind: 'retire' };

/** Who counts workers hears other messages on the same channel: prom-client's. */
export function isMessage(message: unknown): message is ToPrimary | ToWorker {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
