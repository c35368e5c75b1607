import type { UpdateArticleInput } from '../../__generated__/resolver-types.ts';
import { fieldsNamed } from '../kept/field-names.ts';
import { faultOfGivingBack, giveBack, toldOfGivingBack } from '../kept/give-back.ts';
import type { RevisionChange } from '../revision/revision.ts';
import { newLanguageFaults } from '../translation/link-translations.ts';
import type { ArticleRow } from './article.ts';
import { prepareContent } from './content.ts';
import { embargoOf, faultOfEmbargo } from './embargo.ts';
import { type Fault, revisionConflict } from './rules.ts';
import { type Save, updateArticle } from './save-article.ts';
import { faultOfMove, type WorkflowAction } from './workflow.ts';

export interface Rewrite {
  readonly action: WorkflowAction;
  /** The revision that the editor had before their eyes. */
  readonly expectedRevision: number;
  readonly input: UpdateArticleInput;
  readonly told?: readonly RevisionChange[];
}

/** What an editor's rewriting is refused for, whatever it writes. */
export function faultOfRewrite(
  current: ArticleRow,
  { action, expectedRevision }: Pick<Rewrite, 'action' | 'expectedRevision'>,
): Fault | null {
  const fault = faultOfMove(current.status, action);
  if (fault) return fault;
  return current.revision === expectedRevision ? null : revisionConflict(expectedRevision, current.revision);
}

/** Writes what an input names over a locked article, if the workflow, the revision and the input let it. */
export async function writeOver(
  save: Save,
  current: ArticleRow,
  rewrite: Rewrite,
): Promise<{ readonly article: ArticleRow } | { readonly faults: readonly Fault[] }> {
  const { input, told = [] } = rewrite;
  const refusal = faultOfRewrite(current, rewrite);
  if (refusal) return { faults: [refusal] };
  const { columns, faults, ...parts } = await prepareContent(
    save.transaction,
    input,
    input.language ?? current.language,
    save.now,
  );
  const embargo = embargoOf(input);
  const embargoFault = faultOfEmbargo(embargo.embargoedUntil, current);
  const languageFaults = await newLanguageFaults(save.transaction, current, input.language);
  const following = fieldsNamed(input.followSupplier ?? []);
  const followFault = faultOfGivingBack(following, current);
  const all = [...faults, ...[embargoFault, followFault].filter((fault) => fault !== null), ...languageFaults];
  if (all.length > 0) return { faults: all };
  const content = { columns: { ...columns, ...embargo }, ...parts };
  const changes = [...told, ...toldOfGivingBack(following)];
  const article = await updateArticle(save, current, content, input.slug, changes);
  return { article: await giveBack(save, article, following) };
}
