import { FrontPageDocument, SectionPageDocument, type SectionPageQuery } from '../__generated__/operations.ts';
import type { Ask } from '../graph/ask.ts';
import { type EditionLanguage, editionOf } from '../labels/labels.ts';
import { arrangeFront, type FrontPageView } from './arrange-front.ts';
import { type Found, listStoryCount, nothingThere, type Unreachable } from './list-page.ts';
import { navSections } from './nav-sections.ts';

/** Enough for a full page of teasers, and within what the graph gives at once. */
const storyCount = 40;

export async function loadFrontPage(
  ask: Ask,
  edition: EditionLanguage,
): Promise<(Found & { readonly view: FrontPageView }) | Unreachable> {
  const answer = await ask(FrontPageDocument, { language: edition, first: storyCount });
  if (!answer?.data) return { kind: 'unreachable' };
  const { articles, sections } = answer.data;
  const own = sections.filter(({ language }) => editionOf(language) === edition);
  return {
    kind: 'found',
    whole: answer.errors.length === 0,
    edition,
    nav: navSections(sections, edition),
    view: arrangeFront(articles.nodes, own),
  };
}

export type SectionView = NonNullable<SectionPageQuery['section']>;

export async function loadSectionPage(
  ask: Ask,
  slug: string,
  after: string | null,
): Promise<(Found & { readonly section: SectionView }) | ReturnType<typeof nothingThere>> {
  const answer = await ask(SectionPageDocument, { slug, first: listStoryCount, after });
  if (!answer?.data?.section) return nothingThere(answer);
  const { section, sections } = answer.data;
  const edition = editionOf(section.language) ?? 'en';
  return { kind: 'found', whole: answer.errors.length === 0, edition, nav: navSections(sections, edition), section };
}
