import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ArticleRow, BylineRow, CorrectionRow } from '../modules/article/article.ts';
import type { ParagraphElement as ParagraphElementRow, HeadingElement as HeadingElementRow, ListElement as ListElementRow, QuoteElement as QuoteElementRow, FigureElement as FigureElementRow, EmbedElement as EmbedElementRow, TableElement as TableElementRow } from '../modules/article/body-element.ts';
import type { SectionRow } from '../modules/section/section.ts';
import type { TopicRow } from '../modules/topic/topic.ts';
import type { ContributorRow } from '../modules/contributor/contributor.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** RFC 3339, always with an offset: 2017-11-21T21:03:00+02:00. */
  DateTime: { input: string; output: string; }
  /** HTML, sanitised on the way in and again on the way out. */
  Html: { input: string; output: string; }
  /** BCP 47: en, he, ar-EG. */
  LanguageTag: { input: string; output: string; }
  /** Absolute, http or https. */
  Url: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** A story: its text, its pictures, who wrote it, and when. */
export type Article = {
  readonly __typename?: 'Article';
  /** The story, element by element. The lead figure is not among them. */
  readonly body: ReadonlyArray<BodyElement>;
  /** The body as HTML: text and captions. Pictures are placed by their element's id (data-element). */
  readonly bodyHtml: Scalars['Html']['output'];
  /** The body as plain text, paragraphs parted by an empty line. */
  readonly bodyText: Scalars['String']['output'];
  /** Who wrote it, in order. */
  readonly bylines: ReadonlyArray<Byline>;
  /** Where readers find it. */
  readonly canonicalUrl: Scalars['Url']['output'];
  /** Who holds the copyright. */
  readonly copyrightNotice?: Maybe<Scalars['String']['output']>;
  /** Published corrections, newest first. */
  readonly corrections: ReadonlyArray<Correction>;
  /** Where and when the story was filed: 'SOCHI, Nov 21'. */
  readonly dateline?: Maybe<Scalars['String']['output']>;
  /** LTR or RTL, from the language. */
  readonly direction: TextDirection;
  /** All figures: the lead one first, then those in the body, in order. */
  readonly figures: ReadonlyArray<FigureElement>;
  /** When readers first saw it. */
  readonly firstPublishedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * The first-published line as a reader of a locale expects it: 'First published: 11.21.17, 21:03', 'פרסום ראשון: 11.21.17, 21:03'.
   * The default is the article's language and home time zone. Null before publication.
   */
  readonly firstPublishedLine?: Maybe<Scalars['String']['output']>;
  /** The headline. */
  readonly headline: Scalars['String']['output'];
  /** Stable for ever; the guid of a feed. */
  readonly id: Scalars['ID']['output'];
  /** Exactly one schema.org NewsArticle object, ready to be put in a page's script element. */
  readonly jsonLd: Scalars['String']['output'];
  /** The short line above a headline. */
  readonly kicker?: Maybe<Scalars['String']['output']>;
  /** The language it is written in. */
  readonly language: Scalars['LanguageTag']['output'];
  /** The picture above the story. */
  readonly leadFigure?: Maybe<FigureElement>;
  /** When this publication happened. */
  readonly publishedAt?: Maybe<Scalars['DateTime']['output']>;
  /** At least 1. */
  readonly readingTimeMinutes: Scalars['Int']['output'];
  /** Grows by one with each change. */
  readonly revision: Scalars['Int']['output'];
  /** Its home section. */
  readonly section?: Maybe<Section>;
  /** Its name in URLs. It may change; old ones go on finding the article. */
  readonly slug: Scalars['String']['output'];
  /** Where it came from, when it was imported. */
  readonly source?: Maybe<ArticleSource>;
  /** The sub-headline (deck) under it. */
  readonly standfirst?: Maybe<Scalars['String']['output']>;
  /** Where it stands in the newsroom's workflow. */
  readonly status: ArticleStatus;
  /** What it is about, in order of weight. */
  readonly topics: ReadonlyArray<Topic>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** 1 (flash) to 8, as ninjs urgency. */
  readonly urgency: Scalars['Int']['output'];
  /** What others may do with it. */
  readonly usageTerms?: Maybe<Scalars['String']['output']>;
  /** Words in headline-less body text, by the rules of the language. */
  readonly wordCount: Scalars['Int']['output'];
};


/** A story: its text, its pictures, who wrote it, and when. */
export type ArticleFirstPublishedLineArgs = {
  locale?: InputMaybe<Scalars['LanguageTag']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};

/** A page of articles (Relay Cursor Connections). */
export type ArticleConnection = {
  readonly __typename?: 'ArticleConnection';
  /** The articles with their cursors. */
  readonly edges: ReadonlyArray<ArticleEdge>;
  /** The articles alone. */
  readonly nodes: ReadonlyArray<Article>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An article in a list. */
export type ArticleEdge = {
  readonly __typename?: 'ArticleEdge';
  /** Opaque; good for after and before in the same order. */
  readonly cursor: Scalars['String']['output'];
  /** The article. */
  readonly node: Article;
};

/** Which articles: all that is given must hold; within a list any may. */
export type ArticleFilter = {
  /** Contributor slugs. */
  readonly contributors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Languages. */
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['LanguageTag']['input']>>;
  /** 1 (flash) to 8, as ninjs urgency. */
  readonly maxUrgency?: InputMaybe<Scalars['Int']['input']>;
  /** Published at or after. */
  readonly publishedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Published before. */
  readonly publishedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Section slugs. */
  readonly sections?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Editors only. */
  readonly statuses?: InputMaybe<ReadonlyArray<ArticleStatus>>;
  /** Topic slugs. */
  readonly topics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Changed at or after. */
  readonly updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How a list of articles is ordered. Ties are broken by id. */
export type ArticleOrder =
  /** Oldest first. */
  | 'PUBLISHED_AT_ASC'
  /** Newest first; drafts by their making. */
  | 'PUBLISHED_AT_DESC'
  /** Latest change first. */
  | 'UPDATED_AT_DESC'
  /** Most urgent first, then newest. */
  | 'URGENCY';

/** What became of a change. */
export type ArticlePayload = {
  readonly __typename?: 'ArticlePayload';
  /** The article as it stands now; null when there is none to show. */
  readonly article?: Maybe<Article>;
  /** What an import did; null for other changes, and when there are userErrors. */
  readonly outcome?: Maybe<ImportOutcome>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Where an imported article came from. */
export type ArticleSource = {
  readonly __typename?: 'ArticleSource';
  /** The format it came in: page-text. */
  readonly format: Scalars['String']['output'];
  /** The supplier or feed. */
  readonly name: Scalars['String']['output'];
  /** When it came in. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The supplier's own id. */
  readonly sourceId: Scalars['String']['output'];
  /** Where it stood. */
  readonly url?: Maybe<Scalars['Url']['output']>;
};

/** Where an article stands in the newsroom's workflow. */
export type ArticleStatus =
  /** Seen by editors only. */
  | 'DRAFT'
  /** Seen by readers. */
  | 'PUBLISHED'
  /** Will be published at a set time. */
  | 'SCHEDULED'
  /** Taken back; readers get a notice. */
  | 'WITHDRAWN';

/** One element of a story. */
export type BodyElement = {
  /** Unique in the article; stays with the element when others move. */
  readonly id: Scalars['ID']['output'];
};

/** One element of a body to be written. Give exactly one field. id is kept when given, made otherwise. */
export type BodyElementInput = {
  readonly embed?: InputMaybe<EmbedInput>;
  readonly figure?: InputMaybe<FigureInput>;
  readonly heading?: InputMaybe<HeadingInput>;
  /** Keeps an element's identity when it is edited or moved. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  readonly list?: InputMaybe<ListInput>;
  readonly paragraph?: InputMaybe<ParagraphInput>;
  readonly quote?: InputMaybe<QuoteInput>;
  readonly table?: InputMaybe<TableInput>;
};

/** One name in the line of who wrote it. */
export type Byline = {
  readonly __typename?: 'Byline';
  /** Their page, where they have one. */
  readonly contributor?: Maybe<Contributor>;
  /** As it is printed. */
  readonly name: Scalars['String']['output'];
  /** What they did: 'Photographs'. */
  readonly role?: Maybe<Scalars['String']['output']>;
};

/** A byline to be written. Give a contributor's slug, a name, or both. */
export type BylineInput = {
  readonly contributorSlug?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly role?: InputMaybe<Scalars['String']['input']>;
};

/** A person who writes or photographs for the edition, with a page of their own. */
export type Contributor = {
  readonly __typename?: 'Contributor';
  /** Their published articles, newest first. first is at most 100. */
  readonly articles: ArticleConnection;
  /** A few lines about them. */
  readonly bio?: Maybe<Scalars['Html']['output']>;
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** Their position: Foreign editor. */
  readonly jobTitle?: Maybe<Scalars['String']['output']>;
  /** As it stands in a byline. */
  readonly name: Scalars['String']['output'];
  /** Their picture, owned by media; null when there is none, or media is down. */
  readonly portrait?: Maybe<Image>;
  /** Their name in URLs. */
  readonly slug: Scalars['String']['output'];
};


/** A person who writes or photographs for the edition, with a page of their own. */
export type ContributorArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A published correction. */
export type Correction = {
  readonly __typename?: 'Correction';
  /** What was wrong, and what is right. */
  readonly note: Scalars['String']['output'];
  /** When readers were told. */
  readonly publishedAt: Scalars['DateTime']['output'];
  /** The revision that it made. */
  readonly revision: Scalars['Int']['output'];
};

/** A new article. */
export type CreateArticleInput = {
  readonly body: ReadonlyArray<BodyElementInput>;
  readonly bylines: ReadonlyArray<BylineInput>;
  readonly copyrightNotice?: InputMaybe<Scalars['String']['input']>;
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  readonly headline: Scalars['String']['input'];
  readonly kicker?: InputMaybe<Scalars['String']['input']>;
  readonly language: Scalars['LanguageTag']['input'];
  readonly sectionSlug?: InputMaybe<Scalars['String']['input']>;
  /** Made from the headline when it is not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The home time zone (IANA), for lines with a date. */
  readonly timeZone: Scalars['String']['input'];
  readonly topicSlugs: ReadonlyArray<Scalars['String']['input']>;
  /** 1 (flash) to 8. */
  readonly urgency: Scalars['Int']['input'];
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** Something of another site, shown in its place. */
export type EmbedElement = BodyElement & {
  readonly __typename?: 'EmbedElement';
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** Whose it is: 'YouTube'. */
  readonly provider: Scalars['String']['output'];
  /** What it is. */
  readonly title?: Maybe<Scalars['String']['output']>;
  /** Where it is. */
  readonly url: Scalars['Url']['output'];
};

/** An embed to be written. */
export type EmbedInput = {
  readonly provider: Scalars['String']['input'];
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly url: Scalars['Url']['input'];
};

/** A picture in its place in a story, with the words of this use. */
export type FigureElement = BodyElement & {
  readonly __typename?: 'FigureElement';
  /** What the picture shows, for who cannot see it; it falls back to the image's own. */
  readonly altText?: Maybe<Scalars['String']['output']>;
  /** The caption of this use; it falls back to the image's own. */
  readonly caption?: Maybe<Scalars['String']['output']>;
  /** The credit of this use, as 'Reuters'; it falls back to the image's own. */
  readonly credit?: Maybe<Scalars['String']['output']>;
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** Owned by media. Null when there is no file, media is down or the picture is withheld: the story stays whole. */
  readonly image?: Maybe<Image>;
  /** Where it stands. */
  readonly role: FigureRole;
};

/** A figure to be written. The first with role LEAD becomes the lead figure. */
export type FigureInput = {
  readonly altText?: InputMaybe<Scalars['String']['input']>;
  readonly caption?: InputMaybe<Scalars['String']['input']>;
  readonly credit?: InputMaybe<Scalars['String']['input']>;
  /** The picture; null where there are only words yet. */
  readonly imageId?: InputMaybe<Scalars['ID']['input']>;
  readonly role: FigureRole;
};

/** Where a figure stands. */
export type FigureRole =
  /** In a gallery. */
  | 'GALLERY'
  /** In the story. */
  | 'INLINE'
  /** Above the story. */
  | 'LEAD';

/** A heading inside the story. */
export type HeadingElement = BodyElement & {
  readonly __typename?: 'HeadingElement';
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** 2 to 4. */
  readonly level: Scalars['Int']['output'];
  /** Plain text. */
  readonly text: Scalars['String']['output'];
};

/** A heading to be written. */
export type HeadingInput = {
  /** 2 to 4. */
  readonly level: Scalars['Int']['input'];
  readonly text: Scalars['String']['input'];
};

/** A picture, owned by media. */
export type Image = {
  readonly __typename?: 'Image';
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
};

/** An article from outside, whole: what is not given is empty. */
export type ImportArticleInput = {
  readonly body: ReadonlyArray<BodyElementInput>;
  readonly bylines: ReadonlyArray<BylineInput>;
  readonly copyrightNotice?: InputMaybe<Scalars['String']['input']>;
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  /** Never 'now' when it is missing: then the time of import counts as publication only. */
  readonly firstPublishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** page-text, ninjs, … */
  readonly format: Scalars['String']['input'];
  readonly headline: Scalars['String']['input'];
  readonly kicker?: InputMaybe<Scalars['String']['input']>;
  readonly language: Scalars['LanguageTag']['input'];
  /** Publish at once; otherwise it waits as a draft. */
  readonly publish: Scalars['Boolean']['input'];
  readonly sectionSlug?: InputMaybe<Scalars['String']['input']>;
  /** Made from the headline when it is not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The supplier or feed. */
  readonly source: Scalars['String']['input'];
  /** The supplier's own id: the same one is the same article. */
  readonly sourceId: Scalars['String']['input'];
  readonly sourceUrl?: InputMaybe<Scalars['Url']['input']>;
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The home time zone (IANA). */
  readonly timeZone: Scalars['String']['input'];
  readonly topicSlugs: ReadonlyArray<Scalars['String']['input']>;
  /** 1 (flash) to 8. */
  readonly urgency: Scalars['Int']['input'];
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** What an import did. */
export type ImportOutcome =
  /** A new article. */
  | 'CREATED'
  /** Nothing was different, and nothing was written. */
  | 'UNCHANGED'
  /** Something was different. */
  | 'UPDATED';

/** A list. */
export type ListElement = BodyElement & {
  readonly __typename?: 'ListElement';
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** Inline HTML, one an item. */
  readonly items: ReadonlyArray<Scalars['Html']['output']>;
  /** Numbered? */
  readonly ordered: Scalars['Boolean']['output'];
};

/** A list to be written. */
export type ListInput = {
  /** Inline HTML, one an item. */
  readonly items: ReadonlyArray<Scalars['Html']['input']>;
  readonly ordered: Scalars['Boolean']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Makes a draft. Editors only. */
  readonly createArticle: ArticlePayload;
  /** Creates or updates from outside. Idempotent on (source, sourceId): the wire sends the same item many times. Editors only. */
  readonly importArticle: ArticlePayload;
  /** Publishes a draft now. Publishing what is published already changes nothing. Editors only. */
  readonly publishArticle: ArticlePayload;
  /** Changes what the input names. expectedRevision makes lost updates impossible: a stale one answers userErrors code REVISION_CONFLICT and changes nothing. Editors only. */
  readonly updateArticle: ArticlePayload;
};


export type MutationCreateArticleArgs = {
  input: CreateArticleInput;
};


export type MutationImportArticleArgs = {
  input: ImportArticleInput;
};


export type MutationPublishArticleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateArticleArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: UpdateArticleInput;
};

/** Where a page of a list begins and ends (Relay Cursor Connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the last edge; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** More follows this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Something stands before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
};

/** A paragraph. */
export type ParagraphElement = BodyElement & {
  readonly __typename?: 'ParagraphElement';
  /** Inline HTML: links and emphasis. */
  readonly html: Scalars['Html']['output'];
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** The same without markup. */
  readonly text: Scalars['String']['output'];
};

/** A paragraph to be written. */
export type ParagraphInput = {
  /** Inline HTML; what is not allowed is taken out. */
  readonly html: Scalars['Html']['input'];
};

export type Query = {
  readonly __typename?: 'Query';
  /** One article. Give exactly one of id, slug, url. An old slug finds its article too; see canonicalUrl. A reader sees published articles, an editor all. */
  readonly article?: Maybe<Article>;
  /** Articles, newest first unless ordered otherwise. first or last is at most 100; 20 by default. */
  readonly articles: ArticleConnection;
  /** A contributor by slug; null where there is none. */
  readonly contributor?: Maybe<Contributor>;
  /** A section by its slug; null where there is none. */
  readonly section?: Maybe<Section>;
  /** All sections, in the order in which the newsroom shows them. */
  readonly sections: ReadonlyArray<Section>;
  /** A topic by its slug; null where there is none. */
  readonly topic?: Maybe<Topic>;
};


export type QueryArticleArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['Url']['input']>;
};


export type QueryArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ArticleOrder>;
};


export type QueryContributorArgs = {
  slug: Scalars['String']['input'];
};


export type QuerySectionArgs = {
  slug: Scalars['String']['input'];
};


export type QueryTopicArgs = {
  slug: Scalars['String']['input'];
};

/** Somebody's words. */
export type QuoteElement = BodyElement & {
  readonly __typename?: 'QuoteElement';
  /** Who said it. */
  readonly attribution?: Maybe<Scalars['String']['output']>;
  /** Inline HTML. */
  readonly html: Scalars['Html']['output'];
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** A pull quote repeats words of the story, for the eye. */
  readonly pull: Scalars['Boolean']['output'];
};

/** A quote to be written. */
export type QuoteInput = {
  readonly attribution?: InputMaybe<Scalars['String']['input']>;
  /** Inline HTML. */
  readonly html: Scalars['Html']['input'];
  readonly pull: Scalars['Boolean']['input'];
};

/** A part of the edition: World, Culture, Sport. */
export type Section = {
  readonly __typename?: 'Section';
  /** Its published articles, newest first. first is at most 100. */
  readonly articles: ArticleConnection;
  /** The sections that belong to it. */
  readonly children: ReadonlyArray<Section>;
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** The language of its title. */
  readonly language: Scalars['LanguageTag']['output'];
  /** The section that it belongs to; null for one at the top. */
  readonly parent?: Maybe<Section>;
  /** Its name in URLs. */
  readonly slug: Scalars['String']['output'];
  /** As readers see it. */
  readonly title: Scalars['String']['output'];
};


/** A part of the edition: World, Culture, Sport. */
export type SectionArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Each article as it is published, breaking or ordinary, from now on. The filter is that of articles. When something may have been missed it ends: ask articles, and subscribe again. */
  readonly articlePublished: Article;
  /** An article as it stands after each change that readers see: a live story, a correction. It ends with the article's withdrawal, and when something may have been missed: ask article, and subscribe again. */
  readonly articleUpdated: Article;
};


export type SubscriptionArticlePublishedArgs = {
  filter?: InputMaybe<ArticleFilter>;
};


export type SubscriptionArticleUpdatedArgs = {
  id: Scalars['ID']['input'];
};

/** A table. */
export type TableElement = BodyElement & {
  readonly __typename?: 'TableElement';
  /** What it shows. */
  readonly caption?: Maybe<Scalars['String']['output']>;
  /** Column headings. */
  readonly head: ReadonlyArray<Scalars['String']['output']>;
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** Plain text, row by row. */
  readonly rows: ReadonlyArray<ReadonlyArray<Scalars['String']['output']>>;
};

/** A table to be written. Every row has as many cells as the head. */
export type TableInput = {
  readonly caption?: InputMaybe<Scalars['String']['input']>;
  readonly head: ReadonlyArray<Scalars['String']['input']>;
  readonly rows: ReadonlyArray<ReadonlyArray<Scalars['String']['input']>>;
};

/** The direction in which a text is read. */
export type TextDirection =
  /** Left to right, as English. */
  | 'LTR'
  /** Right to left, as Hebrew and Arabic. */
  | 'RTL';

/** A tag: what an article is about. */
export type Topic = {
  readonly __typename?: 'Topic';
  /** The published articles about it, newest first. first is at most 100. */
  readonly articles: ArticleConnection;
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** What kind of thing it names. */
  readonly kind: TopicKind;
  /** Its IPTC Media Topics code (medtop:…) where there is one. */
  readonly mediaTopic?: Maybe<Scalars['String']['output']>;
  /** Its name in URLs. */
  readonly slug: Scalars['String']['output'];
  /** As readers see it. */
  readonly title: Scalars['String']['output'];
};


/** A tag: what an article is about. */
export type TopicArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What kind of thing a topic names. */
export type TopicKind =
  /** An event. */
  | 'EVENT'
  /** An organisation. */
  | 'ORGANISATION'
  /** A person. */
  | 'PERSON'
  /** A place. */
  | 'PLACE'
  /** A subject: elections, weather. */
  | 'SUBJECT';

/** What to change. A field that is not given stays; null empties what may be empty. */
export type UpdateArticleInput = {
  readonly body?: InputMaybe<ReadonlyArray<BodyElementInput>>;
  readonly bylines?: InputMaybe<ReadonlyArray<BylineInput>>;
  readonly copyrightNotice?: InputMaybe<Scalars['String']['input']>;
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  readonly kicker?: InputMaybe<Scalars['String']['input']>;
  readonly language?: InputMaybe<Scalars['LanguageTag']['input']>;
  readonly sectionSlug?: InputMaybe<Scalars['String']['input']>;
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  readonly timeZone?: InputMaybe<Scalars['String']['input']>;
  readonly topicSlugs?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly urgency?: InputMaybe<Scalars['Int']['input']>;
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** What a person can mend. path names the input field, as ['input','headline']. message is for people, code for programs. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** For programs. */
  readonly code: Scalars['String']['output'];
  /** For people, in plain words. */
  readonly message: Scalars['String']['output'];
  /** The input field at fault. */
  readonly path?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Article: Article;
  Contributor: Contributor;
  Section: Section;
  Topic: Topic;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Article:
    ( { __typename: 'Article' }
    & ( GraphQLRecursivePick<FederationTypes['Article'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Article'], {"slug":true}> ) );
  Contributor:
    ( { __typename: 'Contributor' }
    & GraphQLRecursivePick<FederationTypes['Contributor'], {"id":true}> );
  Section:
    ( { __typename: 'Section' }
    & GraphQLRecursivePick<FederationTypes['Section'], {"id":true}> );
  Topic:
    ( { __typename: 'Topic' }
    & GraphQLRecursivePick<FederationTypes['Topic'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  BodyElement:
    | ( EmbedElementRow )
    | ( FigureElementRow )
    | ( HeadingElementRow )
    | ( ListElementRow )
    | ( ParagraphElementRow )
    | ( QuoteElementRow )
    | ( TableElementRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Article: ResolverTypeWrapper<ArticleRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ArticleConnection: ResolverTypeWrapper<Omit<ArticleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ArticleEdge']>, nodes: ReadonlyArray<ResolversTypes['Article']> }>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  ArticleFilter: ArticleFilter;
  ArticleOrder: ArticleOrder;
  ArticlePayload: ResolverTypeWrapper<Omit<ArticlePayload, 'article'> & { article?: Maybe<ResolversTypes['Article']> }>;
  ArticleSource: ResolverTypeWrapper<ArticleSource>;
  ArticleStatus: ArticleStatus;
  BodyElement: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyElement']>;
  BodyElementInput: BodyElementInput;
  Byline: ResolverTypeWrapper<BylineRow>;
  BylineInput: BylineInput;
  Contributor: ResolverTypeWrapper<ContributorRow>;
  Correction: ResolverTypeWrapper<CorrectionRow>;
  CreateArticleInput: CreateArticleInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmbedElement: ResolverTypeWrapper<EmbedElementRow>;
  EmbedInput: EmbedInput;
  FigureElement: ResolverTypeWrapper<FigureElementRow>;
  FigureInput: FigureInput;
  FigureRole: FigureRole;
  HeadingElement: ResolverTypeWrapper<HeadingElementRow>;
  HeadingInput: HeadingInput;
  Html: ResolverTypeWrapper<Scalars['Html']['output']>;
  Image: ResolverTypeWrapper<Image>;
  ImportArticleInput: ImportArticleInput;
  ImportOutcome: ImportOutcome;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  ListElement: ResolverTypeWrapper<ListElementRow>;
  ListInput: ListInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParagraphElement: ResolverTypeWrapper<ParagraphElementRow>;
  ParagraphInput: ParagraphInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuoteElement: ResolverTypeWrapper<QuoteElementRow>;
  QuoteInput: QuoteInput;
  Section: ResolverTypeWrapper<SectionRow>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TableElement: ResolverTypeWrapper<TableElementRow>;
  TableInput: TableInput;
  TextDirection: TextDirection;
  Topic: ResolverTypeWrapper<TopicRow>;
  TopicKind: TopicKind;
  UpdateArticleInput: UpdateArticleInput;
  Url: ResolverTypeWrapper<Scalars['Url']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Article: ArticleRow;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  ArticleConnection: Omit<ArticleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ArticleEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Article']> };
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  ArticleFilter: ArticleFilter;
  ArticlePayload: Omit<ArticlePayload, 'article'> & { article?: Maybe<ResolversParentTypes['Article']> };
  ArticleSource: ArticleSource;
  BodyElement: ResolversInterfaceTypes<ResolversParentTypes>['BodyElement'];
  BodyElementInput: BodyElementInput;
  Byline: BylineRow;
  BylineInput: BylineInput;
  Contributor: ContributorRow;
  Correction: CorrectionRow;
  CreateArticleInput: CreateArticleInput;
  DateTime: Scalars['DateTime']['output'];
  EmbedElement: EmbedElementRow;
  EmbedInput: EmbedInput;
  FigureElement: FigureElementRow;
  FigureInput: FigureInput;
  HeadingElement: HeadingElementRow;
  HeadingInput: HeadingInput;
  Html: Scalars['Html']['output'];
  Image: Image;
  ImportArticleInput: ImportArticleInput;
  LanguageTag: Scalars['LanguageTag']['output'];
  ListElement: ListElementRow;
  ListInput: ListInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  ParagraphElement: ParagraphElementRow;
  ParagraphInput: ParagraphInput;
  Query: Record<PropertyKey, never>;
  QuoteElement: QuoteElementRow;
  QuoteInput: QuoteInput;
  Section: SectionRow;
  Subscription: Record<PropertyKey, never>;
  TableElement: TableElementRow;
  TableInput: TableInput;
  Topic: TopicRow;
  UpdateArticleInput: UpdateArticleInput;
  Url: Scalars['Url']['output'];
  UserError: UserError;
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
};

export type CacheControlDirectiveArgs = {
  inheritMaxAge?: Maybe<Scalars['Boolean']['input']>;
  maxAge?: Maybe<Scalars['Int']['input']>;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = Context, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ArticleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Article'] = ResolversParentTypes['Article'], FederationReferenceType extends FederationReferenceTypes['Article'] = FederationReferenceTypes['Article']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Article']> | FederationReferenceType, FederationReferenceType, ContextType>;
  body?: Resolver<ReadonlyArray<ResolversTypes['BodyElement']>, ParentType, ContextType>;
  bodyHtml?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  bodyText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  bylines?: Resolver<ReadonlyArray<ResolversTypes['Byline']>, ParentType, ContextType>;
  canonicalUrl?: Resolver<ResolversTypes['Url'], ParentType, ContextType>;
  copyrightNotice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  corrections?: Resolver<ReadonlyArray<ResolversTypes['Correction']>, ParentType, ContextType>;
  dateline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['TextDirection'], ParentType, ContextType>;
  figures?: Resolver<ReadonlyArray<ResolversTypes['FigureElement']>, ParentType, ContextType>;
  firstPublishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstPublishedLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<ArticleFirstPublishedLineArgs>>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jsonLd?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['LanguageTag'], ParentType, ContextType>;
  leadFigure?: Resolver<Maybe<ResolversTypes['FigureElement']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readingTimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['ArticleSource']>, ParentType, ContextType>;
  standfirst?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ArticleStatus'], ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Topic']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usageTerms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
};

export type ArticlePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticlePayload'] = ResolversParentTypes['ArticlePayload']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ImportOutcome']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ArticleSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleSource'] = ResolversParentTypes['ArticleSource']> = {
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['Url']>, ParentType, ContextType>;
};

export type BodyElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BodyElement'] = ResolversParentTypes['BodyElement']> = {
  __resolveType?: TypeResolveFn<'EmbedElement' | 'FigureElement' | 'HeadingElement' | 'ListElement' | 'ParagraphElement' | 'QuoteElement' | 'TableElement', ParentType, ContextType>;
};

export type BylineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Byline'] = ResolversParentTypes['Byline']> = {
  contributor?: Resolver<Maybe<ResolversTypes['Contributor']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContributorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contributor'] = ResolversParentTypes['Contributor'], FederationReferenceType extends FederationReferenceTypes['Contributor'] = FederationReferenceTypes['Contributor']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contributor']> | FederationReferenceType, FederationReferenceType, ContextType>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<ContributorArticlesArgs, 'first'>>;
  bio?: Resolver<Maybe<ResolversTypes['Html']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  portrait?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CorrectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction']> = {
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EmbedElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EmbedElement'] = ResolversParentTypes['EmbedElement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  provider?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['Url'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FigureElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FigureElement'] = ResolversParentTypes['FigureElement']> = {
  altText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['FigureRole'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeadingElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HeadingElement'] = ResolversParentTypes['HeadingElement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface HtmlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Html'], any> {
  name: 'Html';
}

export type ImageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type ListElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ListElement'] = ResolversParentTypes['ListElement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['Html']>, ParentType, ContextType>;
  ordered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationCreateArticleArgs, 'input'>>;
  importArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationImportArticleArgs, 'input'>>;
  publishArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationPublishArticleArgs, 'id'>>;
  updateArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationUpdateArticleArgs, 'expectedRevision' | 'id' | 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParagraphElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParagraphElement'] = ResolversParentTypes['ParagraphElement']> = {
  html?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, Partial<QueryArticleArgs>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<QueryArticlesArgs, 'orderBy'>>;
  contributor?: Resolver<Maybe<ResolversTypes['Contributor']>, ParentType, ContextType, RequireFields<QueryContributorArgs, 'slug'>>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType, RequireFields<QuerySectionArgs, 'slug'>>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType, RequireFields<QueryTopicArgs, 'slug'>>;
};

export type QuoteElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteElement'] = ResolversParentTypes['QuoteElement']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  html?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pull?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section'], FederationReferenceType extends FederationReferenceTypes['Section'] = FederationReferenceTypes['Section']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Section']> | FederationReferenceType, FederationReferenceType, ContextType>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<SectionArticlesArgs, 'first'>>;
  children?: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['LanguageTag'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  articlePublished?: SubscriptionResolver<ResolversTypes['Article'], "articlePublished", ParentType, ContextType, Partial<SubscriptionArticlePublishedArgs>>;
  articleUpdated?: SubscriptionResolver<ResolversTypes['Article'], "articleUpdated", ParentType, ContextType, RequireFields<SubscriptionArticleUpdatedArgs, 'id'>>;
};

export type TableElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TableElement'] = ResolversParentTypes['TableElement']> = {
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  head?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic'], FederationReferenceType extends FederationReferenceTypes['Topic'] = FederationReferenceTypes['Topic']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Topic']> | FederationReferenceType, FederationReferenceType, ContextType>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<TopicArticlesArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TopicKind'], ParentType, ContextType>;
  mediaTopic?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Url'], any> {
  name: 'Url';
}

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Article?: ArticleResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  ArticlePayload?: ArticlePayloadResolvers<ContextType>;
  ArticleSource?: ArticleSourceResolvers<ContextType>;
  BodyElement?: BodyElementResolvers<ContextType>;
  Byline?: BylineResolvers<ContextType>;
  Contributor?: ContributorResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EmbedElement?: EmbedElementResolvers<ContextType>;
  FigureElement?: FigureElementResolvers<ContextType>;
  HeadingElement?: HeadingElementResolvers<ContextType>;
  Html?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  ListElement?: ListElementResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParagraphElement?: ParagraphElementResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuoteElement?: QuoteElementResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TableElement?: TableElementResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  Url?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
