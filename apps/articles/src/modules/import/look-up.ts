import type { Transaction } from '@dateline/db/connect';
import type { ArticleRow } from '../article/article.ts';
import type { Content } from '../article/content.ts';
import type { Fault } from '../article/rules.ts';
import { contributorStore } from '../contributor/store.ts';
import type { KeptFields } from '../kept/supplied-field.ts';
import { sectionStore } from '../section/store.ts';
import { topicStore } from '../topic/store.ts';
import { unknownFault } from './item-faults.ts';
import type { ItemKey } from './item-key.ts';
import { pictureStore } from './picture-store.ts';
import type { PreparedItem } from './prepare-item.ts';
import { suppliedKey } from './supplied-key.ts';
import { findOrMakeTopics } from './topic-names.ts';
import { type GroupOf, resolveGroups } from './translation-groups.ts';

/** What the items of a batch name, looked up for all of them at once. */
export interface BatchKnowledge {
  /** What an item points to, as ids; with faults where it names what there is not. */
  readonly linksOf: (item: PreparedItem) => Links;
  /** The image that media has of a supplier's picture. */
  readonly imageOf: (item: PreparedItem, reference: string) => string | undefined;
  readonly groupOf: GroupOf;
}

export interface Links {
  readonly sectionId: string | null;
  readonly bylines: NonNullable<Content['bylines']>;
  readonly topicIds: readonly string[];
  readonly faults: readonly Fault[];
}

export async function lookUp(
  transaction: Transaction,
  items: readonly PreparedItem[],
  standing: Map<ItemKey, ArticleRow>,
  kept: ReadonlyMap<string, KeptFields>,
): Promise<BatchKnowledge> {
  const inputs = items.map(({ input }) => input);
  const sections = await bySlug(
    sectionStore.findBySlugs,
    transaction,
    inputs.flatMap(({ sectionSlug }) => sectionSlug ?? []),
  );
  const topics = await bySlug(
    topicStore.findBySlugs,
    transaction,
    inputs.flatMap(({ topicSlugs }) => topicSlugs),
  );
  const contributors = await bySlug(
    contributorStore.findBySlugs,
    transaction,
    inputs.flatMap(({ bylines }) => bylines.flatMap(({ contributorSlug }) => contributorSlug ?? [])),
  );
  const named = await findOrMakeTopics(
    transaction,
    inputs.flatMap((input) => input.topics),
  );
  const supplied = await pictureStore.findSupplied(transaction, referencesOf(items));
  const groupOf = await resolveGroups(transaction, items, standing, kept);

  return {
    imageOf: ({ input }, reference) => supplied.get(input.source)?.get(suppliedKey(input.sourceId, reference)),
    groupOf,
    linksOf({ input }) {
      const faults: Fault[] = [];
      const unknown = (field: string, message: string) => faults.push(unknownFault(field, message));
      const { sectionSlug, topicSlugs } = input;
      const section = sectionSlug == null ? undefined : sections.get(sectionSlug);
      if (sectionSlug != null && !section) unknown('sectionSlug', `There is no section '${sectionSlug}'.`);
      const slugged = topicSlugs.flatMap((slug) => topics.get(slug)?.id ?? []);
      for (const slug of topicSlugs) if (!topics.has(slug)) unknown('topicSlugs', `There is no topic '${slug}'.`);
      const bylines = input.bylines.flatMap(({ name, role, contributorSlug }) => {
        const contributor = contributorSlug == null ? undefined : contributors.get(contributorSlug);
        if (contributorSlug != null && !contributor)
          unknown('bylines', `There is no contributor '${contributorSlug}'.`);
        const printed = name?.trim() || contributor?.name;
        if (!printed && contributorSlug == null) unknown('bylines', 'A byline needs a name or a contributor.');
        return printed ? [{ name: printed, role: role ?? null, contributorId: contributor?.id ?? null }] : [];
      });
      const topicIds = [...new Set([...slugged, ...input.topics.flatMap((topic) => named(topic) ?? [])])];
      return { sectionId: section?.id ?? null, bylines, topicIds, faults };
    },
  };
}

async function bySlug<Row extends { readonly slug: string }>(
  find: (db: Transaction, slugs: readonly string[]) => Promise<Row[]>,
  transaction: Transaction,
  slugs: readonly string[],
): Promise<Map<string, Row>> {
  const wanted = [...new Set(slugs)];
  const rows = wanted.length === 0 ? [] : await find(transaction, wanted);
  return new Map(rows.map((row) => [row.slug, row]));
}

function referencesOf(items: readonly PreparedItem[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { input, pictureReferences } of items) {
    const references = wanted.get(input.source) ?? new Set();
    wanted.set(input.source, references);
    for (const reference of pictureReferences.values()) references.add(suppliedKey(input.sourceId, reference));
  }
  return wanted;
}
