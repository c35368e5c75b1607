import { demoEditionTime } from '../edition-time.ts';
import { demoId } from '../ids.ts';
import { type Random, randomFrom } from '../random.ts';
import type { DemoComment } from '../types.ts';
import { generatedArticleId, generatedCommenterId, generatedLanguage, generatedPublication } from './article-facts.ts';
import { remarkOf } from './words.ts';

const MAX_DEPTH = 5;
const REPLY_SHARE = 0.55;
const DELETED_SHARE = 0.02;
/** Replies go to one of the latest comments, so that memory stays the same for any size. */
const WINDOW = 64;
const LONGEST_THREAD_MS = 3 * 24 * 3_600_000;

/** One article's conversation, oldest first, every parent before its replies, at most five levels deep. */
export function* generateThread(
  articleIndex: number,
  count: number,
  commenterCount: number,
  seed: number,
): Generator<DemoComment> {
  const random = randomFrom(Math.imul(seed + 0x165667b1, 0x85ebca6b) ^ Math.imul(articleIndex + 1, 0x27d4eb2f));
  const articleId = generatedArticleId(seed, articleIndex);
  const language = generatedLanguage(seed, articleIndex);
  const opensAt = generatedPublication(seed, articleIndex);
  const spanMs = Math.min(LONGEST_THREAD_MS, demoEditionTime.getTime() - opensAt);
  const recent: { readonly id: string; readonly depth: number }[] = [];
  for (let index = 0; index < count; index++) {
    const parent = pickParent(recent, random);
    const id = demoId('generated-comment', `${seed}/${articleIndex}/${index}`);
    const deleted = random.chance(DELETED_SHARE);
    yield {
      id,
      articleId,
      authorId: generatedCommenterId(seed, random.int(0, commenterCount - 1)),
      parentId: parent?.id ?? null,
      body: deleted ? '' : remarkOf(language, random),
      createdAt: new Date(opensAt + Math.floor((spanMs * (index + 1)) / (count + 1))).toISOString(),
      ...(deleted ? { deleted } : {}),
    };
    recent[index % WINDOW] = { id, depth: (parent?.depth ?? 0) + 1 };
  }
}

function pickParent(recent: readonly { readonly id: string; readonly depth: number }[], random: Random) {
  if (recent.length === 0 || !random.chance(REPLY_SHARE)) return undefined;
  const candidate = random.pick(recent);
  return candidate.depth < MAX_DEPTH ? candidate : undefined;
}

/**
 * How many comments each article gets, in order of articles: a power law, as in life, where few articles draw most of
 * the talk. The numbers add up to `count`. The well-discussed ones lie scattered over the whole range.
 */
export function* threadSizes(count: number, articleCount: number, seed: number): Generator<number> {
  const stride = strideOf(articleCount);
  const offset = Math.abs(seed % articleCount);
  const weightOf = (index: number) => 1 / (((index * stride + offset) % articleCount) + 1);
  let total = 0;
  for (let index = 0; index < articleCount; index++) total += weightOf(index);
  let weight = 0;
  let given = 0;
  for (let index = 0; index < articleCount; index++) {
    weight += weightOf(index);
    const due = index === articleCount - 1 ? count : Math.floor((count * weight) / total);
    yield due - given;
    given = due;
  }
}

/** A step without a common divisor with n, near the golden section: index * step mod n visits every rank once. */
function strideOf(n: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.round(n * 0.618));
  while (divisor(step, n) !== 1) step++;
  return step;
}
