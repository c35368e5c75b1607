import type { DemoArticle, DemoBodyElement, DemoEdition } from '@dateline/demo-edition/types';
import type { articles } from '../db/tables.ts';
import type { BodyElement } from '../modules/article/body-element.ts';
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

/** The articles as rows, with the ids of their sections. */
export function articleRows({ articles: made, sections }: Pick<DemoEdition, 'articles' | 'sections'>) {
  const sectionIds = idsBySlug(sections);
  return made.map((article) => articleRow(article, known(sectionIds, article.sectionSlug)));
}

export function oldSlugRows({ articles: made }: Pick<DemoEdition, 'articles'>) {
  return made.flatMap(({ id, previousSlugs }) => previousSlugs.map((slug) => ({ slug, articleId: id })));
}

export function articleTopicRows({ articles: made, topics }: Pick<DemoEdition, 'articles' | 'topics'>) {
  const topicIds = idsBySlug(topics);
  return made.flatMap(({ id, topicSlugs }) =>
    topicSlugs.map((slug, position) => ({ articleId: id, topicId: known(topicIds, slug), position })),
  );
}

export function bylineRows({ articles: made, contributors }: Pick<DemoEdition, 'articles' | 'contributors'>) {
  const contributorIds = idsBySlug(contributors);
  return made.flatMap(({ id, bylines }) =>
    bylines.map(({ name, role, contributorSlug }, position) => ({
      articleId: id,
      position,
      name,
      role: role ?? null,
      contributorId: contributorSlug === undefined ? null : known(contributorIds, contributorSlug),
    })),
  );
}

export function correctionRows({ articles: made }: Pick<DemoEdition, 'articles'>) {
  return made.flatMap(({ id, corrections }) =>
    corrections.map(({ note, publishedAt }, index) => ({
      articleId: id,
      note,
      publishedAt: new Date(publishedAt),
      revision: 2 + index,
    })),
  );
}

/** An article of the demo newsroom as a row. Its HTML goes through the same policy as any other. */
export function articleRow(article: DemoArticle, sectionId: string): typeof articles.$inferInsert {
  const body = article.body.map(storedElement);
  return {
    id: article.id,
    slug: article.slug,
    language: article.language,
    timeZone: article.timeZone,
    kicker: article.kicker ?? null,
    headline: article.headline,
    standfirst: article.standfirst,
    dateline: article.dateline ?? null,
    body,
    wordCount: countWords(bodyText(body), article.language),
    sectionId,
    urgency: article.urgency,
    status: 'PUBLISHED',
    revision: 1 + article.corrections.length,
    firstPublishedAt: new Date(article.firstPublishedAt),
    publishedAt: new Date(article.publishedAt),
    createdAt: new Date(article.firstPublishedAt),
    updatedAt: new Date(article.updatedAt),
  };
}

function storedElement(element: DemoBodyElement): BodyElement {
  switch (element.kind) {
    case 'paragraph':
      return { ...element, html: sanitiseInlineHtml(element.html) };
    case 'heading':
      return element;
    case 'list':
      return { ...element, items: element.items.map(sanitiseInlineHtml) };
    case 'quote':
      return { ...element, html: sanitiseInlineHtml(element.html), attribution: element.attribution ?? null };
    case 'figure': {
      const { kind, id, role, pictureId, caption, altText, credit } = element;
      return {
        kind,
        id,
        role,
        imageId: pictureId,
        caption: caption ?? null,
        altText: altText ?? null,
        credit: credit ?? null,
      };
    }
    case 'embed':
      return { ...element, title: element.title ?? null };
    case 'table':
      return {
        ...element,
        caption: element.caption ?? null,
        head: [...element.head],
        rows: element.rows.map((row) => [...row]),
      };
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
