import type { ArticleRow } from '../article/article.ts';
import type { Outcome } from '../article/outcome.ts';
import type { Change } from '../change/record-changes.ts';
import type { BatchState, Writing } from './batch-state.ts';
import { createArticles } from './create-articles.ts';
import { type Decision, decideImport } from './decide-import.ts';
import type { PreparedItem } from './prepare-item.ts';
import { killArticle, rewriteArticle } from './rewrite-article.ts';
import { importStore } from './store.ts';
import { findNewCorrections, reasonOf } from './supplied-corrections.ts';
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
  const written: { readonly writing: Writing; readonly article: ArticleRow }[] = [];
  const kills: PreparedItem[] = [];
  const correctionsOf = await findNewCorrections(state, items);

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
    else if (current) await rewrite({ item, links, decision, corrections: correctionsOf(item) }, current);
    else creations.push({ item, links, decision, corrections: correctionsOf(item) });
  }
  const created = await createArticles(state, creations);
  for (const writing of creations) {
    const article = created.get(writing.item);
    if (article) noteWritten(writing, article, null);
  }
  await importStore.insertCorrections(state.transaction, written.flatMap(correctionRows));
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
    corrected: string | null = null,
  ): void {
    standing.set(item.key, article);
    outcomes.set(item, { article, faults: [], outcome });
    const kind = tells === 'UPDATED' && corrected !== null ? 'CORRECTED' : tells;
    const reasons = { WITHDRAWN: takenBackReason, CORRECTED: corrected, PUBLISHED: null, UPDATED: null } as const;
    if (kind) changes.push({ kind, article, previousSlug: before?.slug, reason: reasons[kind] });
  }

  function noteWritten(writing: Writing, article: ArticleRow, before: ArticleRow | null, isUnseen = false): void {
    const { item, decision, corrections } = writing;
    written.push({ writing, article });
    note(item, article, before, isUnseen ? { ...decision, tells: null } : decision, reasonOf(corrections));
  }

  async function rewrite(writing: Writing, current: ArticleRow): Promise<void> {
    const { article, isUnseen } = await rewriteArticle(state, writing, current);
    noteWritten(writing, article, current, isUnseen);
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

function correctionRows({ writing, article }: { readonly writing: Writing; readonly article: ArticleRow }) {
  const { id: articleId, revision } = article;
  return writing.corrections.map((correction) => ({ ...correction, articleId, revision }));
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
