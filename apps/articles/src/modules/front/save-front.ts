import type { Transaction } from '@dateline/db/connect';
import { isUuid, uuidv7 } from '@dateline/db/uuidv7';
import type { ContainerFillInput, FrontContainerInput, FrontInput } from '../../__generated__/resolver-types.ts';
import { requireEditor } from '../article/rules.ts';
import { normaliseSlug } from '../article/slug.ts';
import { sectionStore } from '../section/store.ts';
import { topicStore } from '../topic/store.ts';
import { type CurationDependencies, curated, type FrontOutcome, pinsOf } from './curate.ts';
import type { ContainerFill, FrontContainerRow, FrontRow } from './front.ts';
import { doublePinFaults, type FrontNames, frontFaults, versionFaults } from './rules.ts';
import { frontStore } from './store.ts';

/** Makes a front, or changes what the input names; whoever wrote from an older version changes nothing. */
export async function saveFront(
  { db, viewer, now }: CurationDependencies,
  givenSlug: string,
  expectedVersion: number | null | undefined,
  input: FrontInput,
): Promise<FrontOutcome> {
  requireEditor(viewer);
  const slug = normaliseSlug(givenSlug);
  return db.transaction(async (transaction) => {
    const current = await frontStore.lock(transaction, slug);
    const conflict = versionFaults(expectedVersion, current);
    if (conflict.length > 0) return { front: current, userErrors: conflict };
    const before = current ? await frontStore.findContainers(transaction, [current.id]) : [];
    const names = await findNames(transaction, before, input.containers ?? []);
    const faults = frontFaults(slug, current, input, names);
    if (faults.length > 0) return { front: current, userErrors: faults };

    const draft = frontAfter(current, slug, input, now);
    const containers = input.containers?.map((container, position) => containerAfter(draft.id, container, position));
    const pins = await pinsAfter(transaction, containers ?? [], input.containers ?? []);
    const doubles = doublePinFaults(pins);
    if (doubles.length > 0) return { front: current, userErrors: doubles };

    // The front before its containers, which point to it.
    if (!current) await frontStore.put(transaction, draft);
    if (containers) {
      await frontStore.replaceContainers(transaction, draft.id, containers);
      await frontStore.replacePins(transaction, pins);
    }
    return curated(transaction, draft, now);
  });
}

function frontAfter(current: FrontRow | null, slug: string, { title, language }: FrontInput, now: Date): FrontRow {
  const fresh = { id: uuidv7(now.getTime()), slug, title: '', language: '', version: 0, updatedAt: now };
  const front = current ?? fresh;
  return { ...front, title: title?.trim() ?? front.title, language: language ?? front.language };
}

function containerAfter(
  frontId: string,
  { id, title, display, fill }: FrontContainerInput,
  position: number,
): FrontContainerRow {
  return { id: id ?? uuidv7(), frontId, position, title: title.trim(), display, fill: fillAfter(fill) };
}

function fillAfter({ sections, topics, languages, maxUrgency }: ContainerFillInput): ContainerFill {
  return {
    ...(sections ? { sections: sections.map(normaliseSlug) } : {}),
    ...(topics ? { topics: topics.map(normaliseSlug) } : {}),
    ...(languages ? { languages } : {}),
    ...(maxUrgency == null ? {} : { maxUrgency }),
  };
}

/** All pins of the front as it will be: those that are given, and those of containers that keep theirs. */
async function pinsAfter(
  transaction: Transaction,
  containers: readonly FrontContainerRow[],
  inputs: readonly FrontContainerInput[],
): Promise<Map<string, readonly string[]>> {
  const pins = await pinsOf(
    transaction,
    containers.map(({ id }) => id),
  );
  for (const [at, { id }] of containers.entries()) {
    const given = inputs[at]?.pinnedArticleIds;
    if (given)
      pins.set(
        id,
        given.map((articleId) => articleId.toLowerCase()),
      );
  }
  return pins;
}

/** What the input names and there is. */
async function findNames(
  transaction: Transaction,
  before: readonly FrontContainerRow[],
  inputs: readonly FrontContainerInput[],
): Promise<FrontNames> {
  const sections = inputs.flatMap(({ fill }) => fill.sections ?? []);
  const topics = inputs.flatMap(({ fill }) => fill.topics ?? []);
  const ids = [...new Set(inputs.flatMap(({ pinnedArticleIds }) => pinnedArticleIds ?? []).filter(isUuid))];
  const articles = ids.length > 0 ? await frontStore.existingArticles(transaction, ids) : [];
  return {
    containerIds: new Set(before.map(({ id }) => id)),
    sections: new Set((await sectionStore.findBySlugs(transaction, sections)).map(({ slug }) => slug)),
    topics: new Set((await topicStore.findBySlugs(transaction, topics)).map(({ slug }) => slug)),
    articleIds: new Set(ids.filter((id) => articles.includes(id.toLowerCase()))),
  };
}
