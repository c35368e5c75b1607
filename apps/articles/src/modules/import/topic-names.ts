import type { Transaction } from '@dateline/db/connect';
import { uuidv7 } from '@dateline/db/uuidv7';
import { or, sql } from 'drizzle-orm';
import type { ImportTopicInput } from '../../__generated__/resolver-types.ts';
import { topics } from '../../db/tables/taxonomy.ts';
import { slugCandidates, slugify } from '../article/slug.ts';
import { tellTopicsChanged } from '../taxonomy/tell-changed.ts';
import type { TopicRow } from '../topic/topic.ts';
import { importStore } from './store.ts';

/** How many topics of one name there may be: a person, a place and an event, say. */
const maxNamesakes = 20;

/**
 * The topics that items name, by name; those that there are not yet are made, and readers see them with the first story that
 * they see. A topic is found by its code, then by its title within its kind, whatever its case and accents. Imports that make
 * the same one at once make one. Takes time in proportion to the names: a batch may bring thousands.
 */
export async function findOrMakeTopics(
  transaction: Transaction,
  named: readonly ImportTopicInput[],
): Promise<(topic: ImportTopicInput) => string | undefined> {
  let known = knownTopics(await findTopics(transaction, named));
  const missing = named.filter((topic) => !known.find(topic));
  if (missing.length > 0) {
    await importStore.lockTopicNames(transaction, missing.flatMap(lockedNames));
    known = knownTopics(await findTopics(transaction, named));
    const made: TopicRow[] = [];
    for (const topic of missing) {
      if (known.find(topic)) continue;
      const row = topicFor(topic, known.slugs);
      made.push(row);
      known.add(row);
    }
    await importStore.insertTopicRows(transaction, made);
    await tellTopicsChanged(transaction, made);
  }
  return (topic) => known.find(topic)?.id;
}

/** Topics by what an item may name them by. Of several that fit, the first one known. */
function knownTopics(rows: readonly TopicRow[]) {
  const [byName, uncoded] = [0, 1].map(() => new Map<string, TopicRow>()) as [Names, Names];
  const byCode = new Map<string, TopicRow[]>();
  const slugs = new Set<string>();
  const keep = (names: Names, name: string, row: TopicRow) => {
    if (!names.has(name)) names.set(name, row);
  };
  const add = (row: TopicRow) => {
    const name = nameOf(row);
    slugs.add(row.slug);
    keep(byName, name, row);
    if (row.mediaTopic === null) keep(uncoded, name, row);
    else byCode.set(row.mediaTopic, [...(byCode.get(row.mediaTopic) ?? []), row]);
  };
  /** A code that a newsroom gave to several topics (a broad one, or one in each language) names none of them by itself. */
  const withCode = (code: string, name: string): TopicRow | undefined => {
    const rows = byCode.get(code) ?? [];
    return rows.find((row) => nameOf(row) === name) ?? (rows.length === 1 ? rows[0] : undefined);
  };
  for (const row of rows) add(row);
  return {
    slugs,
    add,
    /** The code decides where both have one. */
    find: (topic: ImportTopicInput): TopicRow | undefined =>
      topic.mediaTopic == null
        ? byName.get(nameOf(topic))
        : (withCode(topic.mediaTopic, nameOf(topic)) ?? uncoded.get(nameOf(topic))),
  };
}

type Names = Map<string, TopicRow>;

function nameOf({ kind, title }: Pick<TopicRow, 'kind' | 'title'>): string {
  return `${kind} ${slugify(title)}`;
}

async function findTopics(transaction: Transaction, named: readonly ImportTopicInput[]): Promise<TopicRow[]> {
  const titles = [...new Set(named.map(({ title }) => title.trim()))];
  const slugs = [...new Set(titles.flatMap((title) => slugCandidates(slugify(title), 1, maxNamesakes)))];
  const codes = [...new Set(named.flatMap(({ mediaTopic }) => mediaTopic ?? []))];
  if (titles.length === 0) return [];
  return transaction
    .select()
    .from(topics)
    .where(or(isOneOf(topics.title, titles), isOneOf(topics.slug, slugs), isOneOf(topics.mediaTopic, codes)))
    .orderBy(topics.id);
}

/** In one parameter, however many: a statement holds 65,535. */
function isOneOf(
  column: typeof topics.title | typeof topics.slug | typeof topics.mediaTopic,
  texts: readonly string[],
) {
  return sql`${column} = any (array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb)))`;
}

function topicFor({ title, kind, mediaTopic }: ImportTopicInput, taken: ReadonlySet<string>): TopicRow {
  const id = uuidv7();
  const name = slugify(title);
  const slug = slugCandidates(name, 1, maxNamesakes).find((candidate) => !taken.has(candidate)) ?? `${name}-${id}`;
  return { id, slug, title: title.trim(), kind, mediaTopic: mediaTopic ?? null, isSupplied: true };
}

/** Who makes a topic of such a name or code waits for whoever is making one. */
function lockedNames({ title, mediaTopic }: ImportTopicInput): string[] {
  return [slugify(title), ...(mediaTopic == null ? [] : [mediaTopic])];
}
