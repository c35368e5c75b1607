import type { ArticleRow } from '../article/article.ts';
import { bodyText, countWords } from '../article/body-text.ts';
import type { Content } from '../article/content.ts';
import { factsOfField, type KeptFields, type SuppliedFacts, type SuppliedField } from '../kept/supplied-field.ts';
import { changesBetween, factsOf } from '../revision/changes.ts';
import type { RevisionChange } from '../revision/revision.ts';
import { type ArticleParts, snapshotOf } from '../revision/snapshot.ts';

/** All that a supplier's version says of a story. */
export interface SuppliedStory {
  readonly columns: Content['columns'];
  readonly bylines: NonNullable<Content['bylines']>;
  readonly topicIds: readonly string[];
  /** Null where the version names none: then it says nothing of it. */
  readonly slug: string | null;
  /** It brings a correction, which readers are told whatever editors keep. */
  readonly isCorrected: boolean;
}

/** What of a version is written where editors rewrote the story. */
export interface BesideEditors {
  readonly content: Omit<Content, 'faults'>;
  readonly slug: string | null;
  /** What the supplier says by now of what is kept. */
  readonly supplied: KeptFields;
  /** What of that is new, for editors: 'supplied.headline'. */
  readonly told: readonly RevisionChange[];
}

/** Leaves what editors keep as it stands, and writes all else. */
export function besideEditors(current: ArticleRow, kept: KeptFields, story: SuppliedStory): BesideEditors {
  const article = { ...current, ...story.columns, slug: story.slug ?? current.slug } as ArticleRow;
  const said = factsOf(snapshotOf({ article, parts: story }), current);
  // A version that names no slug says of it what was said before.
  const isSaid = (field: SuppliedField) => field !== 'slug' || story.slug !== null;
  const supplied = new Map(
    [...kept].map(([field, before]) => [field, isSaid(field) ? factsOfField(said, field) : before] as const),
  );
  const isOpen = (field: SuppliedField) => !kept.has(field);
  const { wordCount, ...columns } = story.columns;
  const open: Content['columns'] = Object.fromEntries(
    Object.entries(columns).filter(([name]) => isOpen(name as SuppliedField)),
  );
  return {
    content: {
      columns: { ...open, ...wordsOf({ ...current, ...open } as ArticleRow) },
      ...(isOpen('bylines') ? { bylines: story.bylines } : {}),
      ...(isOpen('topicIds') ? { topicIds: story.topicIds } : {}),
    },
    slug: isOpen('slug') ? story.slug : null,
    supplied,
    told: [...kept].flatMap(([field, before]) => newsOf(before, supplied.get(field) ?? {})),
  };
}

/** The words of the body that stands, counted in the language that stands. */
function wordsOf({ body, language }: Pick<ArticleRow, 'body' | 'language'>) {
  return { wordCount: countWords(bodyText(body), language) };
}

function newsOf(before: SuppliedFacts, after: SuppliedFacts): RevisionChange[] {
  const changes = changesBetween(new Map(Object.entries(before)), new Map(Object.entries(after)));
  return changes.map((change) => ({ ...change, path: `supplied.${change.path}` }));
}

/** Is nothing different for readers, who see neither whose words they read nor what an editor put in their place? */
export function isUnseen(current: ArticleRow, parts: ArticleParts, { content, slug }: BesideEditors): boolean {
  const after = { ...current, ...content.columns, slug: slug ?? current.slug } as ArticleRow;
  const now = { bylines: content.bylines ?? parts.bylines, topicIds: content.topicIds ?? parts.topicIds };
  const facts = (article: ArticleRow, of: ArticleParts) => factsOf(snapshotOf({ article, parts: of }), article);
  const isSame = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();
  return (
    changesBetween(facts(current, parts), facts(after, now)).length === 0 &&
    isSame(current.firstPublishedAt, after.firstPublishedAt) &&
    isSame(current.publishedAt, after.publishedAt) &&
    current.sourceUrl === after.sourceUrl &&
    current.sourceFormat === after.sourceFormat &&
    current.translationGroupId === after.translationGroupId
  );
}
