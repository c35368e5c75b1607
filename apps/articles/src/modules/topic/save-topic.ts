import type { Database, Transaction } from '@dateline/db/connect';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { SaveTopicInput } from '../../__generated__/resolver-types.ts';
import { type Fault, requireEditor } from '../article/rules.ts';
import { normaliseSlug } from '../article/slug.ts';
import { slugFaults, titleFaults } from '../taxonomy/name-faults.ts';
import { tellTaxonomyChanged } from '../taxonomy/tell-changed.ts';
import { topicStore } from './store.ts';
import type { TopicRow } from './topic.ts';

export interface TopicOutcome {
  readonly topic: TopicRow | null;
  readonly userErrors: readonly Fault[];
}

/** IPTC Media Topics (cv.iptc.org/newscodes/mediatopic): eight digits under the prefix that ninjs and NewsML-G2 use. */
const mediaTopicCode = /^medtop:\d{8}$/;

/** Makes the topic of a slug, or makes it what the input says. A code names one topic, so that a wire's item finds it. */
export async function saveTopic(
  { db, viewer }: { readonly db: Database; readonly viewer: Viewer | null },
  input: SaveTopicInput,
): Promise<TopicOutcome> {
  requireEditor(viewer);
  const slug = normaliseSlug(input.slug);
  const mediaTopic = input.mediaTopic ?? null;
  return db.transaction(async (transaction) => {
    const [current = null] = await topicStore.findBySlugs(transaction, [slug]);
    const userErrors = [
      ...slugFaults(slug, ['input', 'slug']),
      ...titleFaults(input.title, ['input', 'title']),
      // What a topic has it keeps: of before codes had to be its own.
      ...(mediaTopic === null || mediaTopic === current?.mediaTopic
        ? []
        : await codeFaults(transaction, mediaTopic, slug)),
    ];
    if (userErrors.length > 0) return { topic: current, userErrors };
    const title = input.title.trim();
    const topic = await topicStore.put(transaction, { slug, title, kind: input.kind, mediaTopic, isSupplied: false });
    await tellTaxonomyChanged(transaction, { kind: 'topic', id: topic.id, slug });
    return { topic, userErrors: [] };
  });
}

async function codeFaults(transaction: Transaction, mediaTopic: string, slug: string): Promise<Fault[]> {
  const path = ['input', 'mediaTopic'];
  if (!mediaTopicCode.test(mediaTopic)) {
    return [{ code: 'NOT_A_MEDIA_TOPIC', message: 'A code of IPTC Media Topics looks as medtop:20000010.', path }];
  }
  const other = await topicStore.findOtherOfCode(transaction, mediaTopic, slug);
  return other ? [{ code: 'TAKEN', message: `The topic '${other.slug}' has this code.`, path }] : [];
}
