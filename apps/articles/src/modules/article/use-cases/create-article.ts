import type { CreateArticleInput } from '../../../__generated__/resolver-types.ts';
import { groupOfOriginal } from '../../translation/link-translations.ts';
import { prepareContent } from '../content.ts';
import { type ArticleServiceDependencies, edit } from '../edit.ts';
import { embargoOf } from '../embargo.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { insertArticle } from '../save-article.ts';

/** A new draft. */
export function createArticle(dependencies: ArticleServiceDependencies, input: CreateArticleInput): Promise<Outcome> {
  return edit(dependencies, async (save) => {
    const content = await prepareContent(save.transaction, input, input.language, save.now);
    if (content.faults.length > 0) return refused(null, ...content.faults);
    const { groupId: translationGroupId, faults } =
      input.translationOfId == null
        ? { groupId: null, faults: [] }
        : await groupOfOriginal(save.transaction, input.translationOfId, input.language);
    if (faults.length > 0) return refused(null, ...faults);
    return done(await insertArticle(save, content, input, { ...embargoOf(input), translationGroupId }));
  });
}
