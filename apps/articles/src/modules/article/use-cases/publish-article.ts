import { recordChanges } from '../../change/record-changes.ts';
import type { ArticleRow } from '../article.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { faultOfPublication } from '../embargo.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { publishNow } from '../publish-now.ts';
import { moveArticle, type Save } from '../save-article.ts';
import { cancelWakeUp, scheduleWakeUp } from '../schedule/wake-up.ts';
import { faultOfMove } from '../workflow.ts';

/** So late a time is still taken for now: clocks differ, and an editor needs a moment. An earlier one is a slip. */
const graceMs = 60_000;

/** Readers see it from now on, or from a time to come. Nothing is dated back: a time that has just passed is now. */
export function publishArticle(
  dependencies: ArticleServiceDependencies,
  id: string,
  at: Date | null,
): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    if (at !== null && at.getTime() < save.now.getTime() - graceMs) {
      const message = 'That time has passed: nothing is dated back. Publish it now, without at.';
      return refused(current, { code: 'AT_IN_THE_PAST', message, path: ['at'] });
    }
    return at !== null && at > save.now ? schedule(save, current, at) : publish(save, current);
  });
}

async function publish(save: Save, current: ArticleRow): Promise<Outcome> {
  const refusal = faultOfMove(current.status, 'publish');
  if (refusal) return refused(current, refusal);
  if (current.status === 'PUBLISHED') return done(current);
  const embargoed = faultOfPublication(current, save.now, ['id']);
  if (embargoed) return refused(current, embargoed);
  const [article] = await publishNow(save, [current]);
  if (!article) throw new Error('An update found no row.');
  if (current.status === 'SCHEDULED') await cancelWakeUp(save.transaction, current.id);
  await recordChanges(save.transaction, [{ kind: 'PUBLISHED', article }], save.now);
  return done(article);
}

async function schedule(save: Save, current: ArticleRow, at: Date): Promise<Outcome> {
  const refusal = faultOfMove(current.status, 'schedule') ?? faultOfPublication(current, at, ['at']);
  if (refusal) return refused(current, refusal);
  if (current.scheduledAt?.getTime() === at.getTime()) return done(current);
  const article = await moveArticle(save, current, { status: 'SCHEDULED', scheduledAt: at });
  await scheduleWakeUp(save.transaction, current.id, at);
  return done(article);
}
