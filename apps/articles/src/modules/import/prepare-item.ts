import { createHash } from 'node:crypto';
import type { Database } from '@dateline/db/connect';
import type { BodyElementInput, ImportArticleInput } from '../../__generated__/resolver-types.ts';
import { type Content, prepareContent } from '../article/content.ts';
import type { Fault } from '../article/rules.ts';
import { digestOf } from './canonical-digest.ts';
import type { Arrival } from './decide-import.ts';
import { correctionFaults, keyFaults, referenceFaults, topicFaults, versionFaults } from './item-faults.ts';
import { type ItemKey, keyOf } from './item-key.ts';

/** An item that was looked at by itself: nothing of the database was asked yet. */
export interface PreparedItem {
  readonly input: ImportArticleInput;
  readonly key: ItemKey;
  readonly arrival: Arrival;
  readonly columns: Content['columns'];
  /** The picture that each figure names, by the figure's id. */
  readonly pictureReferences: ReadonlyMap<string, string>;
  readonly faults: readonly Fault[];
}

/** All that can be said of an item before the database is asked. A kill needs no story: whatever is wrong with it, it holds. */
export async function prepareItem(db: Database, input: ImportArticleInput): Promise<PreparedItem> {
  const faults = [...keyFaults(input), ...versionFaults(input)];
  const key = keyOf(input.source, input.sourceId);
  const arrival = arrivalOf(input, faults.length === 0);
  if (input.pubStatus === 'CANCELED') {
    return { input, key, arrival, columns: {}, pictureReferences: new Map(), faults };
  }
  const pictureReferences = new Map<string, string>();
  const body = namePictures(input.body, pictureReferences);
  const content = await prepareContent(db, wholeText(input, body), input.language);
  const all = [
    ...faults,
    ...content.faults,
    ...topicFaults(input),
    ...correctionFaults(input),
    ...referenceFaults(pictureReferences),
  ];
  return { input, key, arrival, columns: content.columns, pictureReferences, faults: all };
}

function arrivalOf(input: ImportArticleInput, isWellFormed: boolean): Arrival {
  const { version, versionCreatedAt, pubStatus, publish, firstPublishedAt, embargoedUntil } = input;
  return {
    stamp: { version: isWellFormed && version != null ? BigInt(version) : null, versionAt: dateOf(versionCreatedAt) },
    digest: digestOf(input),
    pubStatus,
    publish,
    firstPublishedAt: dateOf(firstPublishedAt),
    embargoedUntil: dateOf(embargoedUntil),
  };
}

function dateOf(text: string | null | undefined): Date | null {
  return text == null ? null : new Date(text);
}

/** What an import does not name is emptied, where a change would leave it. What needs the database is looked up for all items at once. */
function wholeText(input: ImportArticleInput, body: readonly BodyElementInput[]) {
  const { language, headline, slug, timeZone, urgency, isAccessibleForFree } = input;
  const { kicker = null, standfirst = null, dateline = null, copyrightNotice = null, usageTerms = null } = input;
  const optional = { kicker, standfirst, dateline, copyrightNotice, usageTerms };
  return { language, headline, slug, timeZone, urgency, isAccessibleForFree, body, ...optional };
}

/**
 * A figure that names a picture is called by it: so it is the same figure when the item comes again with other words, and
 * the picture that it has got by then stays its own.
 */
function namePictures(body: readonly BodyElementInput[], references: Map<string, string>): BodyElementInput[] {
  return body.map((element) => {
    const { figure, liveEntry } = element;
    if (liveEntry) return { ...element, liveEntry: { ...liveEntry, body: namePictures(liveEntry.body, references) } };
    if (figure?.pictureReference == null || figure.imageId != null) return element;
    const id = freeId(element.id ?? pictureId(figure.pictureReference), references);
    references.set(id, figure.pictureReference);
    return { ...element, id };
  });
}

function pictureId(reference: string): string {
  return `picture-${createHash('sha256').update(reference).digest('hex').slice(0, 12)}`;
}

function freeId(id: string, taken: ReadonlyMap<string, string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
