import { ContributorPageDocument, type ContributorPageQuery } from '../__generated__/operations.ts';
import { editionOfNewest, type Found, listStoryCount, nothingThere } from '../front/list-page.ts';
import { navSections } from '../front/nav-sections.ts';
import type { Ask } from '../graph/ask.ts';

export type ContributorView = NonNullable<ContributorPageQuery['contributor']>;

/** A contributor with a page of their stories: the newest, or those after a cursor. */
export async function loadContributorPage(
  ask: Ask,
  slug: string,
  after: string | null,
): Promise<(Found & { readonly contributor: ContributorView }) | ReturnType<typeof nothingThere>> {
  const answer = await ask(ContributorPageDocument, { slug, first: listStoryCount, after });
  if (!answer?.data?.contributor) return nothingThere(answer);
  const { contributor, sections } = answer.data;
  const edition = editionOfNewest(contributor.newest.nodes);
  return {
    kind: 'found',
    whole: answer.errors.length === 0,
    edition,
    nav: navSections(sections, edition),
    contributor,
  };
}
