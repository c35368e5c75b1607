import { demoEditionTime } from '../edition-time.ts';
import { demoId } from '../ids.ts';
import { type Random, randomFrom } from '../random.ts';
import type { DemoLanguage } from '../types.ts';

const MINUTE_MS = 60_000;

/** A source of chance for one row: the same for a seed and an index, whatever was generated before. */
export function rowRandom(seed: number, index: number): Random {
  return randomFrom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));
}

export function generatedArticleId(seed: number, index: number): string {
  return demoId('generated-article', `${seed}/${index}`);
}

export function generatedCommenterId(seed: number, index: number): string {
  return demoId('generated-commenter', `${seed}/${index}`);
}

/** Six articles in ten are English, two Hebrew, two Arabic. */
export function generatedLanguage(seed: number, index: number): DemoLanguage {
  const share = rowRandom(seed, index).next();
  return share < 0.6 ? 'en' : share < 0.8 ? 'he' : 'ar';
}

/** When an article of an index was first published, in ms since 1970: about one every seven minutes, the newest first. */
export function generatedPublication(seed: number, index: number): number {
  const jitter = rowRandom(seed ^ 0x5bd1e995, index).int(0, 5);
  return demoEditionTime.getTime() - (60 + index * 7 + jitter) * MINUTE_MS;
}
