import type { Transaction } from '@dateline/db/connect';
import { sql } from 'drizzle-orm';

/** The task that looks for what is due. */
export const publishDueTask = 'publish_due';

const keyOf = (articleId: string) => `article:${articleId}`;

/**
 * Asks to be woken when an article is due, in the transaction that schedules it. In place of an earlier wake-up for it. The
 * wake-up decides nothing: whether it is published, and when, stands in the article's row alone.
 */
export async function scheduleWakeUp(transaction: Transaction, articleId: string, at: Date): Promise<void> {
  await transaction.execute(sql`select 1 from articles_jobs.add_job(
    ${publishDueTask}::text,
    payload => json_build_object('articleId', ${articleId}::text),
    run_at => ${at.toISOString()}::timestamptz,
    job_key => ${keyOf(articleId)}::text)`);
}

/** Takes the wake-up back, where there is one. */
export async function cancelWakeUp(transaction: Transaction, articleId: string): Promise<void> {
  await transaction.execute(sql`select 1 from articles_jobs.remove_job(${keyOf(articleId)}::text)`);
}
