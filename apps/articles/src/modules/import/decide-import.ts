import type { ImportArticleInput, ImportOutcome } from '../../__generated__/resolver-types.ts';
import type { ArticleRow } from '../article/article.ts';
import type { ChangeKind } from '../change/change.ts';
import { compareStamps, type VersionStamp } from './newer-than.ts';

/** What stands of an item already. */
export type Standing = Pick<
  ArticleRow,
  | 'status'
  | 'sourceDigest'
  | 'sourceVersion'
  | 'sourceVersionAt'
  | 'firstPublishedAt'
  | 'publishedAt'
  | 'scheduledAt'
  | 'embargoedUntil'
  | 'sourceEmbargoedUntil'
>;

/** What comes in, as far as it decides anything. */
export interface Arrival {
  readonly stamp: VersionStamp;
  readonly digest: string;
  readonly pubStatus: ImportArticleInput['pubStatus'];
  readonly publish: boolean;
  readonly firstPublishedAt: Date | null;
  readonly embargoedUntil: Date | null;
}

/** Where an article stands after an import. */
export type Publication = Pick<
  ArticleRow,
  'status' | 'firstPublishedAt' | 'publishedAt' | 'scheduledAt' | 'embargoedUntil'
>;

/** What an import does. */
export type Decision =
  /** Nothing, but that a version without news is remembered as the one that stands. */
  | { readonly act: 'nothing'; readonly outcome: 'UNCHANGED' | 'STALE' | 'DEAD'; readonly restamp: boolean }
  /** The kill is remembered for good, and what stands of the item is taken back. */
  | {
      readonly act: 'kill';
      readonly outcome: 'WITHDRAWN' | 'DEAD';
      readonly withdraw: boolean;
      readonly tells: 'WITHDRAWN' | null;
    }
  /** The item is written whole. */
  | {
      readonly act: 'write';
      readonly outcome: Exclude<ImportOutcome, 'DEAD' | 'STALE' | 'UNCHANGED'>;
      readonly publication: Publication;
      readonly tells: Exclude<ChangeKind, 'CORRECTED'> | null;
    };

const nothing = (outcome: 'UNCHANGED' | 'STALE' | 'DEAD', restamp = false): Decision => ({
  act: 'nothing',
  outcome,
  restamp,
});

/**
 * The rules of an import, in order. A kill is for good and needs no version: it holds whatever came before or comes after.
 * What an editor withdrew, no wire brings back. Older than what stands is stale. Of the same version the later arrival wins
 * when it says something else.
 */
export function decideImport(arrival: Arrival, standing: Standing | null, isKilled: boolean, now: Date): Decision {
  if (arrival.pubStatus === 'CANCELED') return killOf(standing);
  if (isKilled) return nothing('DEAD');
  if (standing === null) {
    const publication = publicationOf(arrival, null, now);
    const tells = publication.status === 'PUBLISHED' ? 'PUBLISHED' : null;
    return { act: 'write', outcome: 'CREATED', publication, tells };
  }
  if (standing.status === 'WITHDRAWN') return nothing('DEAD');
  const order = compareStamps(arrival.stamp, stampOf(standing));
  if (order < 0) return nothing('STALE');
  if (arrival.digest === standing.sourceDigest) return nothing('UNCHANGED', order > 0);
  const publication = publicationOf(arrival, standing, now);
  const tells = tellsOf(standing.status, publication.status);
  return { act: 'write', outcome: tells === 'WITHDRAWN' ? 'WITHDRAWN' : 'UPDATED', publication, tells };
}

export function stampOf({ sourceVersion, sourceVersionAt }: Standing): VersionStamp {
  return { version: sourceVersion, versionAt: sourceVersionAt };
}

function killOf(standing: Standing | null): Decision {
  if (standing === null || standing.status === 'WITHDRAWN') {
    return { act: 'kill', outcome: 'DEAD', withdraw: false, tells: null };
  }
  const tells = standing.status === 'PUBLISHED' ? 'WITHDRAWN' : null;
  return { act: 'kill', outcome: 'WITHDRAWN', withdraw: true, tells };
}

/** What readers hear: of what they never saw they are not told that it is gone. */
function tellsOf(
  before: ArticleRow['status'],
  after: ArticleRow['status'],
): 'PUBLISHED' | 'UPDATED' | 'WITHDRAWN' | null {
  if (after === 'PUBLISHED') return before === 'PUBLISHED' ? 'UPDATED' : 'PUBLISHED';
  return before === 'PUBLISHED' ? 'WITHDRAWN' : null;
}

function publicationOf(arrival: Arrival, standing: Standing | null, now: Date): Publication {
  const firstPublishedAt = arrival.firstPublishedAt ?? standing?.firstPublishedAt ?? null;
  const publishedAt = standing?.publishedAt ?? null;
  const embargoedUntil = laterOf(arrival.embargoedUntil, embargoOfEditor(standing));
  const kept = { firstPublishedAt, publishedAt, embargoedUntil };
  const held = { ...kept, status: 'DRAFT' as const, scheduledAt: null };
  if (arrival.pubStatus === 'WITHHELD') return held;

  const scheduledAt = laterOf(plannedByEditor(standing, now), after(embargoedUntil, now));
  const isAsked = arrival.publish || standing?.status === 'SCHEDULED';
  if (scheduledAt !== null) return isAsked ? { ...kept, status: 'SCHEDULED', scheduledAt } : held;
  if (!arrival.publish && standing?.status !== 'PUBLISHED' && standing?.status !== 'SCHEDULED') return held;
  // A supplier's clock that goes fast puts no story above all that is newer; and none was public under its embargo.
  const since = publishedAt ?? earlierOf(firstPublishedAt ?? now, now);
  return { ...kept, status: 'PUBLISHED', publishedAt: laterOf(since, embargoedUntil), scheduledAt: null };
}

/** The embargo that an editor set: a supplier lifts its own and no other. Null when there is none. */
function embargoOfEditor(standing: Standing | null): Date | null {
  if (standing === null || standing.embargoedUntil === null) return null;
  const isSuppliers = standing.embargoedUntil.getTime() === standing.sourceEmbargoedUntil?.getTime();
  return isSuppliers ? null : standing.embargoedUntil;
}

/** The time that an editor chose, which is another than the embargo's end; null when there is none to come. */
function plannedByEditor(standing: Standing | null, now: Date): Date | null {
  if (standing?.status !== 'SCHEDULED' || standing.scheduledAt === null) return null;
  const isEmbargos = standing.embargoedUntil?.getTime() === standing.scheduledAt.getTime();
  return isEmbargos ? null : after(standing.scheduledAt, now);
}

function after(date: Date | null, now: Date): Date | null {
  return date !== null && date > now ? date : null;
}

function earlierOf(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function laterOf(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
