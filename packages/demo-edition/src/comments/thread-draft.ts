import { minutesBefore, toZonedIso } from '../edition-time.ts';
import { demoId } from '../ids.ts';
import { seededRandom } from '../random.ts';
import type { DemoArticle, DemoComment, DemoLanguage } from '../types.ts';

/** Place in the thread ("2.1" answers "2"), who, and what; `null` where the comment was deleted. */
export type CommentDraft = readonly [place: string, commenter: string, body: string | null];

/** The conversations of one language, by the slug of the article. */
export type ThreadDrafts = Readonly<Record<string, readonly CommentDraft[]>>;

export function commenterId(key: string): string {
  return demoId('commenter', key);
}

/** Gives a thread its ids and times: one after the other between the article's publication and the edition. */
export function fileThread(
  drafts: readonly CommentDraft[],
  article: DemoArticle,
  language: DemoLanguage,
  editionTime: Date,
): DemoComment[] {
  const idOf = (place: string) => demoId('comment', `${language}/${article.slug}/${place}`);
  const random = seededRandom(`thread/${language}/${article.slug}`);
  const publishedMinutesAgo = (editionTime.getTime() - Date.parse(article.firstPublishedAt)) / 60_000;
  const spanMinutes = Math.min(publishedMinutesAgo * 0.95, 20 * 60);
  return drafts.map(([place, commenter, body], index) => {
    const share = (index + random.between(0.1, 0.9)) / drafts.length;
    const minutesAgo = publishedMinutesAgo - spanMinutes * (0.03 + 0.97 * share);
    return {
      id: idOf(place),
      articleId: article.id,
      authorId: commenterId(commenter),
      parentId: place.includes('.') ? idOf(place.slice(0, place.lastIndexOf('.'))) : null,
      body: body ?? '',
      createdAt: toZonedIso(minutesBefore(editionTime, minutesAgo), article.timeZone),
      ...(body === null ? { deleted: true } : {}),
    };
  });
}
