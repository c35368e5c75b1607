import type { Transaction } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import { type Fault, requireEditor } from '../article/rules.ts';
import { positionFaults } from '../taxonomy/name-faults.ts';
import { type CurationDependencies, curated, type FrontOutcome, pinsOf } from './curate.ts';
import { maxPins, tooManyPins, unknown } from './rules.ts';
import { frontStore } from './store.ts';

type Pins = ReadonlyMap<string, readonly string[]>;

/** Puts an article at a place among a container's pins. It has one place on a front: it leaves the one that it had. */
export function pinArticle(
  dependencies: CurationDependencies,
  containerId: string,
  articleId: string,
  position: number,
): Promise<FrontOutcome> {
  return repin(dependencies, containerId, articleId, async (pins, id, transaction) => {
    const faults = positionFaults(position, ['position']);
    const [known] = await frontStore.existingArticles(transaction, [articleId]);
    if (!known) faults.push(unknown('article', articleId, ['articleId']));
    const after = without(pins, id);
    const own = [...(after.get(containerId.toLowerCase()) ?? [])];
    if (own.length >= maxPins) faults.push(tooManyPins(['containerId']));
    own.splice(position, 0, id);
    return { pins: after.set(containerId.toLowerCase(), own), faults };
  });
}

/** Takes a pin out of a container; one that is not there needs nothing. */
export function unpinArticle(
  dependencies: CurationDependencies,
  containerId: string,
  articleId: string,
): Promise<FrontOutcome> {
  return repin(dependencies, containerId, articleId, async (pins, id) => {
    const own = (pins.get(containerId.toLowerCase()) ?? []).filter((pinned) => pinned !== id);
    return { pins: new Map(pins).set(containerId.toLowerCase(), own), faults: [] };
  });
}

type Repin = (
  pins: Pins,
  articleId: string,
  transaction: Transaction,
) => Promise<{ readonly pins: Pins; readonly faults: readonly Fault[] }>;

/** Changes the pins of the front that a container belongs to, one editor after the other. What changes nothing is no curation. */
async function repin(
  { db, viewer, now }: CurationDependencies,
  containerId: string,
  articleId: string,
  change: Repin,
): Promise<FrontOutcome> {
  requireEditor(viewer);
  return db.transaction(async (transaction) => {
    const slug = isUuid(containerId) ? await frontStore.slugOfContainer(transaction, containerId) : null;
    const front = slug === null ? null : await frontStore.lock(transaction, slug);
    const containers = front ? await frontStore.findContainers(transaction, [front.id]) : [];
    // Another editor may have taken it away while this one waited.
    if (!front || !containers.some(({ id }) => id === containerId.toLowerCase())) {
      return { front: null, userErrors: [unknown('container', containerId, ['containerId'])] };
    }
    if (!isUuid(articleId)) return { front, userErrors: [unknown('article', articleId, ['articleId'])] };
    const before = await pinsOf(
      transaction,
      containers.map(({ id }) => id),
    );
    const { pins, faults } = await change(before, articleId.toLowerCase(), transaction);
    if (faults.length > 0) return { front, userErrors: faults };
    if (JSON.stringify([...pins]) === JSON.stringify([...before])) return { front, userErrors: [] };
    await frontStore.replacePins(transaction, pins);
    return curated(transaction, front, now);
  });
}

function without(pins: Pins, articleId: string): Map<string, readonly string[]> {
  return new Map([...pins].map(([id, articleIds]) => [id, articleIds.filter((pinned) => pinned !== articleId)]));
}
