import { TopicPageDocument, type TopicPageQuery } from '../__generated__/operations.ts';
import { editionOfNewest, type Found, listStoryCount, nothingThere } from '../front/list-page.ts';
import { navSections } from '../front/nav-sections.ts';
import type { Ask } from '../graph/ask.ts';

type TopicView = NonNullable<TopicPageQuery['topic']>;

/** A topic with a page of the stories about it: the newest, or those after a cursor. */
export async function loadTopicPage(
  ask: Ask,
  slug: string,
  after: string | null,
): Promise<(Found & { readonly topic: TopicView }) | ReturnType<typeof nothingThere>> {
  const answer = await ask(TopicPageDocument, { slug, first: listStoryCount, after });
  if (!answer?.data?.topic) return nothingThere(answer);
  const { topic, sections } = answer.data;
  const edition = editionOfNewest(topic.newest.nodes);
  return { kind: 'found', whole: answer.errors.length === 0, edition, nav: navSections(sections, edition), topic };
}
