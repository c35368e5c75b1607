import type { Transaction } from '@dateline/db/connect';
import { uuidv7 } from '@dateline/db/uuidv7';
import { inArray, or } from 'drizzle-orm';
import type { ImportTopicInput } from '../../__generated__/resolver-types.ts';
import { topics } from '../../db/tables.ts';
import { slugCandidates, slugify } from '../article/slug.ts';
import { tellTaxonomyChanged } from '../taxonomy/tell-changed.ts';
import type { TopicRow } from '../topic/topic.ts';
import { importStore } from './store.ts';

/** How many topics of one name there may be: a person, a place and an event, say. */
const maxNamesakes = 20;

/**
 * The topics that items name, by name; those that there are not yet are made. A topic is found by its code, then by its
 * title within its kind, whatever its case and accents. Imports that make the same one at once make one.
 */
export async function findOrMakeTopics(
  transaction: Transaction,
  named: readonly ImportTopicInput[],
): Promise<(topic: ImportTopicInput) => string | undefined> {
  let known = await findTopics(transaction, named);
  const missing = named.filter((topic) => !matching(known, topic));
  if (missing.length > 0) {
    await importStore.lockTopicNames(transaction, missing.flatMap(lockedNames));
    known = await findTopics(transaction, named);
    const made: TopicRow[] = [];
    for (const topic of missing) {
      if (!matching([...known, ...made], topic)) made.push(topicFor(topic, [...known, ...made]));
    }
    if (made.length > 0) await transaction.insert(topics).values(made);
    for (const { id, slug } of made) await tellTaxonomyChanged(transaction, { kind: 'topic', id, slug });
    known = [...known, ...made];
  }
  return (topic) => matching(known, topic)?.id;
}

/** The code decides where both have one. */
function matching(known: readonly TopicRow[], { title, kind, mediaTopic }: ImportTopicInput): TopicRow | undefined {
  const byCode = mediaTopic == null ? undefined : known.find((row) => row.mediaTopic === mediaTopic);
  if (byCode) return byCode;
  const name = slugify(title);
  return known.find(
    (row) => row.kind === kind && (mediaTopic == null || row.mediaTopic === null) && slugify(row.title) === name,
  );
}

function findTopics(transaction: Transaction, named: readonly ImportTopicInput[]): Promise<TopicRow[]> {
  const titles = [...new Set(named.map(({ title }) => title.trim()))];
  const slugs = [...new Set(titles.flatMap((title) => slugCandidates(slugify(title), 1, maxNamesakes)))];
  const codes = [...new Set(named.flatMap(({ mediaTopic }) => mediaTopic ?? []))];
  if (titles.length === 0) return Promise.resolve([]);
  return transaction
    .select()
    .from(topics)
    .where(or(inArray(topics.title, titles), inArray(topics.slug, slugs), inArray(topics.mediaTopic, codes)))
    .orderBy(topics.id);
}

function topicFor({ title, kind, mediaTopic }: ImportTopicInput, known: readonly TopicRow[]): TopicRow {
  const id = uuidv7();
  const taken = new Set(known.map(({ slug }) => slug));
  const name = slugify(title);
  const slug = slugCandidates(name, 1, maxNamesakes).find((candidate) => !taken.has(candidate)) ?? `${name}-${id}`;
  return { id, slug, title: title.trim(), kind, mediaTopic: mediaTopic ?? null };
}

/** Who makes a topic of such a name or code waits for whoever is making one. */
function lockedNames({ title, mediaTopic }: ImportTopicInput): string[] {
  return [slugify(title), ...(mediaTopic == null ? [] : [mediaTopic])];
}
