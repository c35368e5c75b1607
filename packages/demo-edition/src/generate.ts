import { demoEditionTime, minutesBefore } from './edition-time.ts';
import { generatedCommenterId, rowRandom } from './generated/article-facts.ts';
import { generateArticle } from './generated/articles.ts';
import { generateThread, threadSizes } from './generated/comments.ts';
import type { DemoArticle, DemoComment, DemoCommenter } from './types.ts';

const given = [
  'Ada',
  'Bruno',
  'Dana',
  'Elif',
  'Farah',
  'Gil',
  'Hana',
  'Ivo',
  'Jonas',
  'Kira',
  'Liam',
  'Maya',
  'Noam',
  'Omar',
  'Petra',
  'Rami',
  'Salma',
  'Tal',
  'Uri',
  'Vera',
  'Yara',
  'Zoe',
];

/** How many commenters a number of comments is spread over, unless told otherwise: one for every fifty. */
export function commenterCountFor(commentCount: number): number {
  return Math.max(10, Math.ceil(commentCount / 50));
}

/**
 * Articles without end, for benchmarks. Streams in constant memory; the same seed gives the same rows, and a smaller
 * count gives the beginning of a larger one. Sections, topics, contributors and pictures are those of the demo edition.
 */
export function* generateArticles({ count, seed }: { count: number; seed: number }): Generator<DemoArticle> {
  for (let index = 0; index < count; index++) yield generateArticle(seed, index);
}

/** Commenters for `generateComments` of the same seed. */
export function* generateCommenters({ count, seed }: { count: number; seed: number }): Generator<DemoCommenter> {
  for (let index = 0; index < count; index++) {
    const random = rowRandom(seed ^ 0x1b873593, index);
    yield {
      id: generatedCommenterId(seed, index),
      displayName: `${random.pick(given)} ${index + 1}`,
      role: 'READER',
      joinedAt: minutesBefore(demoEditionTime, random.int(500_000, 2_500_000)).toISOString(),
    };
  }
}

/** What `generateComments` needs to know. `articleCount` and `seed` are those of the articles. */
export interface CommentsOrder {
  readonly count: number;
  readonly articleCount: number;
  readonly seed: number;
  readonly commenterCount?: number;
}

/**
 * Comments on generated articles: article by article, oldest first, parents before replies, up to five levels deep, few
 * articles with most of them. Streams in constant memory.
 */
export function* generateComments(order: CommentsOrder): Generator<DemoComment> {
  const { count, articleCount, seed, commenterCount = commenterCountFor(count) } = order;
  if (count > 0 && articleCount < 1) throw new RangeError('comments need at least one article');
  let articleIndex = 0;
  for (const size of threadSizes(count, articleCount, seed)) {
    yield* generateThread(articleIndex, size, commenterCount, seed);
    articleIndex++;
  }
}
