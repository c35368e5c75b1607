import type { UpdateArticleInput } from '../../../__generated__/resolver-types.ts';
import { recordChanges } from '../../change/record-changes.ts';
import { type ArticleServiceDependencies, editArticle } from '../edit.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { articleStore } from '../store.ts';
import { parseWords } from '../words.ts';
import { writeOver } from '../write-over.ts';

/** A correction that readers and partners are told of, with the change that it brings, where it brings one. */
export function correctArticle(
  dependencies: ArticleServiceDependencies,
  id: string,
  expectedRevision: number,
  note: string,
  input: UpdateArticleInput,
): Promise<Outcome> {
  return editArticle(dependencies, id, async (save, current) => {
    const { transaction, now } = save;
    const { words, fault } = parseWords('note', note);
    if (fault) return refused(current, fault);
    const told = [{ path: 'corrections', before: null, after: words }];
    const written = await writeOver(save, current, { action: 'correct', expectedRevision, input, told });
    if ('faults' in written) return refused(current, ...written.faults);
    const { article } = written;
    await articleStore.insertCorrection(transaction, {
      articleId: current.id,
      note: words,
      publishedAt: now,
      revision: article.revision,
    });
    await recordChanges(transaction, [{ kind: 'CORRECTED', article, previousSlug: current.slug, reason: words }], now);
    return done(article);
  });
}
