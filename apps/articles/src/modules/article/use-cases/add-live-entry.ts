import type { LiveEntryInput } from '../../../__generated__/resolver-types.ts';
import { recordChanges } from '../../change/record-changes.ts';
import type { ArticleRow } from '../article.ts';
import type { LiveEntryElement } from '../body-element.ts';
import { maxBodyCharacters, maxElements, parseLiveEntry } from '../body-input.ts';
import { bodyText, countWords } from '../body-text.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { charactersOf, fault } from '../element-input.ts';
import { idsOf, withEntry } from '../live-entries.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Fault } from '../rules.ts';
import { updateArticle } from '../save-article.ts';
import { faultOfMove } from '../workflow.ts';

/**
 * One more entry of a live story. It names no revision, since it overwrites nothing: reporters who send at the same time
 * wait for one another, and each entry is a save and a change of its own.
 */
export function addLiveEntry(
  dependencies: ArticleServiceDependencies,
  articleId: string,
  input: LiveEntryInput,
): Promise<Outcome> {
  return editArticle(dependencies, articleId, async (save, current) => {
    const refusal = faultOfMove(current.status, 'addLiveEntry');
    if (refusal) return refused(current, refusal);
    const { part: entry, faults } = parseLiveEntry(input, { taken: idsOf(current.body), now: save.now });
    const all = faults.map((one) => ({ ...one, path: ['input', ...one.path] }));
    if (entry === null || all.length > 0) return refused(current, ...all);
    const isEarly = earliness(current, entry, save.now);
    if (isEarly) return refused(current, isEarly);
    const isFull = fullness(current, entry);
    if (isFull) return refused(current, isFull);
    const body = withEntry(current.body, entry);
    const wordCount = countWords(bodyText(body), current.language);
    const article = await updateArticle(save, current, { columns: { body, wordCount } });
    if (article.status === 'PUBLISHED') {
      await recordChanges(save.transaction, [{ kind: 'UPDATED', article }], save.now);
    }
    return done(article);
  });
}

/** Clocks differ by so much. */
const graceMs = 60_000;

/** An entry is seen as soon as it stands there: a time to come holds nothing back, and would keep it on top until then. */
function earliness({ status }: ArticleRow, { publishedAt }: LiveEntryElement, now: Date): Fault | null {
  if (status !== 'PUBLISHED' || Date.parse(publishedAt) <= now.getTime() + graceMs) return null;
  const message =
    'That time is still to come, and readers would see the entry at once. Send it then, without publishedAt.';
  return fault(['input', 'publishedAt'], 'AT_IN_THE_FUTURE', message);
}

/** A story that is as long as one may be goes on in another. */
function fullness({ body }: ArticleRow, entry: LiveEntryElement): Fault | null {
  if (body.length >= maxElements)
    return fault(['input'], 'TOO_MANY_ELEMENTS', `At most ${maxElements} elements in a story.`);
  if (charactersOf(body) + charactersOf(entry) > maxBodyCharacters)
    return fault(['input', 'body'], 'TOO_LONG', `At most ${maxBodyCharacters} characters in a story.`);
  return null;
}
