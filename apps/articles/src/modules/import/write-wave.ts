import type { ArticleRow } from '../article/article.ts';
import type { Outcome } from '../article/outcome.ts';
import type { Change } from '../change/record-changes.ts';
import type { BatchState, Writing } from './batch-state.ts';
import { createArticles } from './create-articles.ts';
import { type Decision, decideImport } from './decide-import.ts';
import type { PreparedItem } from './prepare-item.ts';
import { killArticle, rewriteArticle } from './rewrite-article.ts';
import { importStore } from './store.ts';
import { takenBackReason } from './taken-back.ts';

export interface Written {
  readonly outcomes: ReadonlyMap<PreparedItem, Outcome>;
  readonly changes: readonly Change[];
}

/** Items of which none comes twice: what is new is written together, what stands is written over one by one. */
export async function writeWave(state: BatchState, items: readonly PreparedItem[]): Promise<Written> {
  const { now, standing, killed, knowledge } = state;
  const outcomes = new Map<PreparedItem, Outcome>();
  const changes: Change[] = [];
  const creations: Writing[] = [];
  const kills: PreparedItem[] = [];

  for (const item of items) {
    const current = standing.get(item.key) ?? null;
    const decision = decideImport(item.arrival, current, killed.has(item.key), now);
    if (decision.act === 'kill') {
      if (item.faults.length > 0) outcomes.set(item, { article: current, faults: item.faults });
      else await kill(item, current, decision);
      continue;
    }
    if (decision.act === 'nothing') {
      if (decision.restamp && current) await restamp(item, current);
      outcomes.set(item, { article: current, faults: [], outcome: decision.outcome });
      continue;
    }
    const links = item.faults.length > 0 ? null : knowledge.linksOf(item);
    const faults = links?.faults ?? item.faults;
    if (!links || faults.length > 0) outcomes.set(item, { article: current, faults });
    else if (current) await rewrite({ item, links, decision }, current);
    else creations.push({ item, links, decision });
  }
  const created = await createArticles(state, creations);
  for (const { item, decision } of creations) {
    const article = created.get(item);
    if (article) note(item, article, null, decision);
  }
  await importStore.rememberKills(
    state.transaction,
    kills.map((item) => killRow(item, now)),
  );
  return { outcomes, changes };

  function note(
    item: PreparedItem,
    article: ArticleRow,
    before: ArticleRow | null,
    { outcome, tells }: Exclude<Decision, { act: 'nothing' }>,
  ): void {
    standing.set(item.key, article);
    outcomes.set(item, { article, faults: [], outcome });
    const reason = tells === 'WITHDRAWN' ? takenBackReason : null;
    if (tells) changes.push({ kind: tells, article, previousSlug: before?.slug, reason });
  }

  async function rewrite(writing: Writing, current: ArticleRow): Promise<void> {
    const { article, isUnseen } = await rewriteArticle(state, writing, current);
    const { decision } = writing;
    note(writing.item, article, current, isUnseen ? { ...decision, tells: null } : decision);
  }

  async function kill(
    item: PreparedItem,
    current: ArticleRow | null,
    decision: Extract<Decision, { act: 'kill' }>,
  ): Promise<void> {
    kills.push(item);
    killed.add(item.key);
    if (decision.withdraw && current) note(item, await killArticle(state, item, current), current, decision);
    else outcomes.set(item, { article: current, faults: [], outcome: decision.outcome });
  }

  async function restamp({ key, arrival }: PreparedItem, current: ArticleRow): Promise<void> {
    const { version, versionAt } = arrival.stamp;
    await importStore.restamp(state.transaction, current.id, arrival.stamp);
    standing.set(key, { ...current, sourceVersion: version, sourceVersionAt: versionAt });
  }
}

function killRow({ input, arrival }: PreparedItem, receivedAt: Date) {
  return {
    sourceName: input.source,
    sourceId: input.sourceId,
    sourceVersion: arrival.stamp.version,
    sourceVersionAt: arrival.stamp.versionAt,
    reason: input.statusReason?.trim() || takenBackReason,
    receivedAt,
  };
}
