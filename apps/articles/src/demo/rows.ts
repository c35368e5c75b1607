import { demoId } from '@dateline/demo-edition/ids';
import type { DemoArticle, DemoBodyElement, DemoEdition, DemoPlainElement } from '@dateline/demo-edition/types';
import type { BodyElement, EntryElement } from '../modules/article/body-element.ts';
import { bodyText, countWords } from '../modules/article/body-text.ts';
import { escapeHtml, sanitiseInlineHtml } from '../modules/article/inline-html.ts';

/** The demo edition's sections as rows, in the order of display. */
export function sectionRows({ sections }: Pick<DemoEdition, 'sections'>) {
  const ids = idsBySlug(sections);
  return sections.map(({ id, slug, title, language, parentSlug }, position) => ({
    id,
    slug,
    title,
    language,
    parentId: parentSlug === undefined ? null : known(ids, parentSlug),
    position,
  }));
}

export function topicRows({ topics }: Pick<DemoEdition, 'topics'>) {
  return topics.map(({ id, slug, title, kind, mediaTopic }) => ({
    id,
    slug,
    title,
    kind,
    mediaTopic: mediaTopic ?? null,
  }));
}

export function contributorRows({ contributors }: Pick<DemoEdition, 'contributors'>) {
  return contributors.map(({ id, slug, name, jobTitle, bio, portraitId }) => ({
    id,
    slug,
    name,
    jobTitle,
    bio: escapeHtml(bio),
    portraitImageId: portraitId ?? null,
  }));
}

/** The fronts with their containers and pins, as saveFront would have written them. */
export function frontRows({ fronts, articles }: Pick<DemoEdition, 'fronts' | 'articles'>) {
  const articleIds = idsBySlug(articles);
  return {
    fronts: fronts.map(({ id, slug, title, language }) => ({ id, slug, title, language })),
    containers: fronts.flatMap(({ id: frontId, containers }) =>
      containers.map(({ id, title, display, fill }, position) => ({ id, frontId, position, title, display, fill })),
    ),
    pins: fronts.flatMap(({ containers }) =>
      containers.flatMap(({ id: containerId, pinnedSlugs }) =>
        pinnedSlugs.map((slug, position) => ({ containerId, articleId: known(articleIds, slug), position })),
      ),
    ),
  };
}

/** Makes the rows of an article, with the ids of what it points to. Its HTML goes through the same policy as any other. */
export function articleRowsOf(edition: Pick<DemoEdition, 'sections' | 'topics' | 'contributors' | 'translations'>) {
  const sectionIds = idsBySlug(edition.sections);
  const topicIds = idsBySlug(edition.topics);
  const contributorIds = idsBySlug(edition.contributors);
  const groupIds = new Map(
    edition.translations.flatMap((slugs) => slugs.map((slug) => [slug, demoId('translations', slugs.join(' '))])),
  );
  return {
    article(article: DemoArticle) {
      const { id, slug, language, timeZone, kicker, headline, standfirst, dateline, urgency, corrections } = article;
      const body = article.body.map(storedElement);
      return {
        id,
        slug,
        language,
        timeZone,
        kicker: kicker ?? null,
        headline,
        standfirst,
        dateline: dateline ?? null,
        body,
        wordCount: countWords(bodyText(body), language),
        sectionId: known(sectionIds, article.sectionSlug),
        urgency,
        status: 'PUBLISHED' as const,
        revision: 1 + corrections.length,
        translationGroupId: groupIds.get(slug) ?? null,
        firstPublishedAt: new Date(article.firstPublishedAt),
        publishedAt: new Date(article.publishedAt),
        createdAt: new Date(article.firstPublishedAt),
        updatedAt: new Date(article.updatedAt),
      };
    },

    oldSlugs: ({ id, previousSlugs }: DemoArticle) => previousSlugs.map((slug) => ({ slug, articleId: id })),

    topics: ({ id, topicSlugs }: DemoArticle) =>
      topicSlugs.map((slug, position) => ({ articleId: id, topicId: known(topicIds, slug), position })),

    bylines: ({ id, bylines }: DemoArticle) =>
      bylines.map(({ name, role, contributorSlug }, position) => ({
        articleId: id,
        position,
        name,
        role: role ?? null,
        contributorId: contributorSlug === undefined ? null : known(contributorIds, contributorSlug),
      })),

    corrections: ({ id, corrections }: DemoArticle) =>
      corrections.map(({ note, publishedAt }, index) => ({
        articleId: id,
        note,
        publishedAt: new Date(publishedAt),
        revision: 2 + index,
      })),
  };
}

function storedElement(element: DemoBodyElement): BodyElement {
  return element.kind === 'liveEntry'
    ? { ...element, body: element.body.map(storedPlainElement) }
    : storedPlainElement(element);
}

function storedPlainElement(element: DemoPlainElement): EntryElement {
  switch (element.kind) {
    case 'paragraph':
      return { ...element, html: sanitiseInlineHtml(element.html) };
    case 'heading':
    case 'related':
      return element;
    case 'list':
      return { ...element, items: element.items.map(sanitiseInlineHtml) };
    case 'quote':
      return { ...element, html: sanitiseInlineHtml(element.html), attribution: element.attribution ?? null };
    case 'figure': {
      const { kind, id, role, pictureId, caption, altText, credit } = element;
      const words = { caption: caption ?? null, altText: altText ?? null, credit: credit ?? null };
      return { kind, id, role, imageId: pictureId, ...words };
    }
    case 'embed':
      return { ...element, title: element.title ?? null };
    case 'table': {
      const rows = element.rows.map((row) => [...row]);
      return { ...element, caption: element.caption ?? null, head: [...element.head], rows };
    }
  }
}

function idsBySlug(things: readonly { readonly slug: string; readonly id: string }[]): ReadonlyMap<string, string> {
  return new Map(things.map(({ slug, id }) => [slug, id]));
}

function known(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`The demo edition names '${slug}', which it does not hold.`);
  return id;
}
