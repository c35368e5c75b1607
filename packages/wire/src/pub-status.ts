import type { NewsItemInput } from './news-item.ts';

export type PubStatus = NonNullable<NewsItemInput['pubStatus']>;

/** How suppliers write the three statuses of IPTC, the wrong ways among them. */
const statuses: Readonly<Record<string, PubStatus>> = {
  usable: 'usable',
  published: 'usable',
  corrected: 'usable',
  withheld: 'withheld',
  withhold: 'withheld',
  hold: 'withheld',
  onhold: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  cancel: 'canceled',
  kill: 'canceled',
  killed: 'canceled',
  recalled: 'canceled',
  retracted: 'canceled',
  unpublished: 'canceled',
  deleted: 'canceled',
  withdrawn: 'canceled',
};

const order: readonly PubStatus[] = ['usable', 'withheld', 'canceled'];

export interface ItemStatus {
  readonly pubStatus: PubStatus;
  readonly statusReason?: string;
}

/**
 * The status by its word, bare, with an alias ('stat:canceled') or as an address. 'embargoed' is usable where the date is
 * known. A word that nobody knows withholds: showing what may be dead is the worse mistake.
 */
export function readPubStatus(written: string | undefined, embargoedUntil?: string): ItemStatus {
  if (!written) return { pubStatus: 'usable' };
  const word = (/[^:/#]+$/.exec(written.slice(-100))?.[0] ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');
  if (word === 'embargoed' && embargoedUntil) return { pubStatus: 'usable' };
  if (word === 'embargoed') return { pubStatus: 'withheld', statusReason: 'embargoed until a date that is not given' };
  const pubStatus = Object.hasOwn(statuses, word) ? statuses[word] : undefined;
  if (pubStatus) return { pubStatus };
  return {
    pubStatus: 'withheld',
    statusReason: `its publication status is not known: ${written.slice(0, 80).toWellFormed()}`,
  };
}

/** Of two statuses the one that shows less. */
export function stricterStatus(one: ItemStatus, other: ItemStatus): ItemStatus {
  return order.indexOf(other.pubStatus) > order.indexOf(one.pubStatus) ? other : one;
}
