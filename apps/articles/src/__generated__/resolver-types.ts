import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ArticleRow, BylineRow, CorrectionRow } from '../modules/article/article.ts';
import type { PlacedParagraph, PlacedRelated, PlacedLiveEntry } from '../modules/article/placed-element.ts';
import type { HeadingElement as HeadingElementRow, ListElement as ListElementRow, QuoteElement as QuoteElementRow, FigureElement as FigureElementRow, EmbedElement as EmbedElementRow, TableElement as TableElementRow } from '../modules/article/body-element.ts';
import type { SectionRow } from '../modules/section/section.ts';
import type { TopicRow } from '../modules/topic/topic.ts';
import type { ContributorRow } from '../modules/contributor/contributor.ts';
import type { RevisionRow } from '../modules/revision/revision.ts';
import type { ArticleSearchPage } from '../modules/search/search-articles.ts';
import type { ChangeRow } from '../modules/change/change.ts';
import type { FrontRow, FrontContainerRow } from '../modules/front/front.ts';
import type { WantedPictureRow, ImportFailureRow } from '../modules/import/import.ts';
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
  /** The body as HTML: text and captions. Pictures are placed by their element's id (data-element), other stories by their own (data-article). */
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
  /** Until then nobody but editors knows of it; editors only. */
  readonly embargoedUntil?: Maybe<Scalars['DateTime']['output']>;
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
  /** False: front ends and search engines are to show that the story is for subscribers. It is a mark and no lock: the graph gives the body to all who may see the story. */
  readonly isAccessibleForFree: Scalars['Boolean']['output'];
  /** Exactly one schema.org NewsArticle object, ready to be put in a page's script element. */
  readonly jsonLd: Scalars['String']['output'];
  /** What editors rewrote of a supplier's story: its next version leaves that as it is. Editors only, empty for others. */
  readonly keptFields: ReadonlyArray<ArticleField>;
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
  /** Other published articles by shared topics and text, nearest first. first is at most 20. */
  readonly related: ReadonlyArray<Article>;
  /** Grows by one with each change. */
  readonly revision: Scalars['Int']['output'];
  /** Every save, newest first: editors only, empty for others. */
  readonly revisions: RevisionConnection;
  /** When it will be published; editors only. */
  readonly scheduledAt?: Maybe<Scalars['DateTime']['output']>;
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
  /** The same story in other languages, by language. */
  readonly translations: ReadonlyArray<Article>;
  /** When it was last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** 1 (flash) to 8, as ninjs urgency. */
  readonly urgency: Scalars['Int']['output'];
  /** What others may do with it. */
  readonly usageTerms?: Maybe<Scalars['String']['output']>;
  /** Why and when it was withdrawn; null while it is not. A reader sees nothing else of a withdrawn article but its names and its dates. */
  readonly withdrawal?: Maybe<Withdrawal>;
  /** Words in headline-less body text, by the rules of the language. */
  readonly wordCount: Scalars['Int']['output'];
};


/** A story: its text, its pictures, who wrote it, and when. */
export type ArticleFirstPublishedLineArgs = {
  locale?: InputMaybe<Scalars['LanguageTag']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


/** A story: its text, its pictures, who wrote it, and when. */
export type ArticleRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A story: its text, its pictures, who wrote it, and when. */
export type ArticleRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Something that readers were told. */
export type ArticleChange = {
  readonly __typename?: 'ArticleChange';
  /** The article as it stands now; null once it is withdrawn. */
  readonly article?: Maybe<Article>;
  /** To which article. */
  readonly articleId: Scalars['ID']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Opaque; go on after it. */
  readonly cursor: Scalars['String']['output'];
  /** What happened. */
  readonly kind: ArticleChangeKind;
  /** Why it was withdrawn, or what was corrected; the latter is null once it is withdrawn. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** A page of changes (Relay Cursor Connections). */
export type ArticleChangeConnection = {
  readonly __typename?: 'ArticleChangeConnection';
  /** The changes with their cursors, oldest first. */
  readonly edges: ReadonlyArray<ArticleChangeEdge>;
  /** The changes alone. */
  readonly nodes: ReadonlyArray<ArticleChange>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A change in a list. */
export type ArticleChangeEdge = {
  readonly __typename?: 'ArticleChangeEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The change. */
  readonly node: ArticleChange;
};

/** What happened to an article. */
export type ArticleChangeKind =
  /** It was corrected, with a note. */
  | 'CORRECTED'
  /** Readers see it from here on; an embargo that ended is told so too. */
  | 'PUBLISHED'
  /** It was changed. */
  | 'UPDATED'
  /** It is not to be shown any more. */
  | 'WITHDRAWN';

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

/** What a supplier says of a story and an editor may rewrite. */
export type ArticleField =
  /** The body, which is one field, with its pictures and the entries of a live story. */
  | 'BODY'
  /** Who wrote it, all names at once. */
  | 'BYLINES'
  /** Who holds the copyright. */
  | 'COPYRIGHT_NOTICE'
  /** Where and when it was filed. */
  | 'DATELINE'
  /** The headline. */
  | 'HEADLINE'
  /** Whether it is marked as for subscribers. */
  | 'IS_ACCESSIBLE_FOR_FREE'
  /** The short line above the headline. */
  | 'KICKER'
  /** The language it is written in. */
  | 'LANGUAGE'
  /** The section it stands in. */
  | 'SECTION'
  /** Its name in URLs. */
  | 'SLUG'
  /** The sub-headline (deck). */
  | 'STANDFIRST'
  /** Its home time zone. */
  | 'TIME_ZONE'
  /** What it is about, all topics at once. */
  | 'TOPICS'
  /** How urgent it is. */
  | 'URGENCY'
  /** What others may do with it. */
  | 'USAGE_TERMS';

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
  /** Pictures that the import names and media has not yet: upload each, then attachPicture. Empty for other changes. */
  readonly wantedPictures: ReadonlyArray<WantedPicture>;
};

/** A page of what was found (Relay Cursor Connections). */
export type ArticleSearchConnection = {
  readonly __typename?: 'ArticleSearchConnection';
  /** What was found, best first, with cursors. */
  readonly edges: ReadonlyArray<ArticleSearchEdge>;
  /** Nothing holds the words as they are written: what is here holds those that they may have meant. */
  readonly isCorrected: Scalars['Boolean']['output'];
  /** The articles alone. */
  readonly nodes: ReadonlyArray<Article>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
  /** How many were found in all; 10,000 where there are that many or more. */
  readonly totalCount: Scalars['Int']['output'];
};

/** An article that was found. */
export type ArticleSearchEdge = {
  readonly __typename?: 'ArticleSearchEdge';
  /** Opaque; good for after with the same text and filter. */
  readonly cursor: Scalars['String']['output'];
  /** The headline, what was found in mark elements; everything else is escaped. */
  readonly headlineHtml: Scalars['Html']['output'];
  /** The article. */
  readonly node: Article;
  /** How well it fits; only good for comparing within one search. */
  readonly score: Scalars['Float']['output'];
  /** Where it was found, what was found in mark elements; everything else is escaped. */
  readonly snippet: Scalars['Html']['output'];
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
  readonly liveEntry?: InputMaybe<LiveEntryInput>;
  readonly paragraph?: InputMaybe<ParagraphInput>;
  readonly quote?: InputMaybe<QuoteInput>;
  readonly related?: InputMaybe<RelatedInput>;
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

/** Which articles fill a container, newest first: all that is given must hold; within a list any may. */
export type ContainerFillInput = {
  readonly languages?: InputMaybe<ReadonlyArray<Scalars['LanguageTag']['input']>>;
  /** 1 (flash) to 8. */
  readonly maxUrgency?: InputMaybe<Scalars['Int']['input']>;
  /** Section slugs. */
  readonly sections?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Topic slugs. */
  readonly topics?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
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

/** What became of a contributor. */
export type ContributorPayload = {
  readonly __typename?: 'ContributorPayload';
  /** The contributor as it stands now; null when there is none to show. */
  readonly contributor?: Maybe<Contributor>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
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
  /** Until then nobody but editors knows of it. What is published cannot be put under embargo: withdraw it. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  readonly headline: Scalars['String']['input'];
  /** False marks it as for subscribers; see Article. */
  readonly isAccessibleForFree: Scalars['Boolean']['input'];
  readonly kicker?: InputMaybe<Scalars['String']['input']>;
  readonly language: Scalars['LanguageTag']['input'];
  readonly sectionSlug?: InputMaybe<Scalars['String']['input']>;
  /** Made from the headline when it is not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The home time zone (IANA), for lines with a date. */
  readonly timeZone: Scalars['String']['input'];
  readonly topicSlugs: ReadonlyArray<Scalars['String']['input']>;
  /** The article that this one translates. */
  readonly translationOfId?: InputMaybe<Scalars['ID']['input']>;
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
  /** Imports only: the picture's address, or the name of its file beside the item. Media's picture takes its place once it is there (see wantedPictures). */
  readonly pictureReference?: InputMaybe<Scalars['String']['input']>;
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

/** A curated page. */
export type Front = {
  readonly __typename?: 'Front';
  /** Its containers from top to bottom. */
  readonly containers: ReadonlyArray<FrontContainer>;
  /** The language of its titles. */
  readonly language: Scalars['LanguageTag']['output'];
  /** Its name in URLs. */
  readonly slug: Scalars['String']['output'];
  /** As readers see it. */
  readonly title: Scalars['String']['output'];
  /** Grows by one with each curation. */
  readonly version: Scalars['Int']['output'];
};

/** A part of a front. */
export type FrontContainer = {
  readonly __typename?: 'FrontContainer';
  /** The pinned articles that readers may see, then the newest that the fill lets through; none twice on a front. first is at most 50. */
  readonly articles: ReadonlyArray<Article>;
  /** How the site shows it: lead, list, strip. */
  readonly display: Scalars['String']['output'];
  /** Stable while it is kept. */
  readonly id: Scalars['ID']['output'];
  /** What editors pinned, in order, seen or not: editors only, empty for others. */
  readonly pinnedArticleIds: ReadonlyArray<Scalars['ID']['output']>;
  /** As readers see it. */
  readonly title: Scalars['String']['output'];
};


/** A part of a front. */
export type FrontContainerArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** What a container is to be. */
export type FrontContainerInput = {
  readonly display: Scalars['String']['input'];
  /** Which articles come after the pinned ones; without it, all. */
  readonly fill: ContainerFillInput;
  /** Of a container of this front; not given for a new one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** In order. Not given: they stay. */
  readonly pinnedArticleIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly title: Scalars['String']['input'];
};

/** What a front is to be. A field that is not given stays. */
export type FrontInput = {
  /** All containers from top to bottom: one with the id of a container there is changes it, one without is new, those that are not named go. */
  readonly containers?: InputMaybe<ReadonlyArray<FrontContainerInput>>;
  readonly language?: InputMaybe<Scalars['LanguageTag']['input']>;
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** What became of a curation. */
export type FrontPayload = {
  readonly __typename?: 'FrontPayload';
  /** The front as it stands now; null when there is none. */
  readonly front?: Maybe<Front>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

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
  /** What the supplier told its own readers was wrong. One that stands already is not told again, and none is taken away. At most 100. */
  readonly corrections: ReadonlyArray<ImportCorrectionInput>;
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  /** Held until then, and published then when publish says so. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Never 'now' when it is missing: then the time of import counts as publication only. */
  readonly firstPublishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** As packages/wire names it: ninjs, newsml-g2, page-text … */
  readonly format: Scalars['String']['input'];
  readonly headline: Scalars['String']['input'];
  /** False marks it as for subscribers; see Article. */
  readonly isAccessibleForFree: Scalars['Boolean']['input'];
  readonly kicker?: InputMaybe<Scalars['String']['input']>;
  readonly language: Scalars['LanguageTag']['input'];
  /** USABLE, or not to be shown (any more). */
  readonly pubStatus: PubStatus;
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
  /** Why it is withheld or canceled, for editors; readers are told only that its supplier took it back. */
  readonly statusReason?: InputMaybe<Scalars['String']['input']>;
  /** The home time zone (IANA). */
  readonly timeZone: Scalars['String']['input'];
  readonly topicSlugs: ReadonlyArray<Scalars['String']['input']>;
  /** Topics by name; those that there are not yet are made. */
  readonly topics: ReadonlyArray<ImportTopicInput>;
  /** The same supplier's id of the item that this one translates. */
  readonly translationOfSourceId?: InputMaybe<Scalars['String']['input']>;
  /** 1 (flash) to 8. */
  readonly urgency: Scalars['Int']['input'];
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
  /** The supplier's count of versions: digits. Of two versions the higher one is newer. */
  readonly version?: InputMaybe<Scalars['String']['input']>;
  /** When the supplier made this version: decides where version does not. */
  readonly versionCreatedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A supplier's own correction, for readers: never what it wrote to editors. */
export type ImportCorrectionInput = {
  /** What was wrong, and what is right, as plain text. At most 5,000 characters. */
  readonly note: Scalars['String']['input'];
  /** When its readers were told. The same words that stand since then or later are the same correction. Without it: when the supplier made this version, or else now. */
  readonly publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Something that could not be imported, kept to be tried again. */
export type ImportFailure = {
  readonly __typename?: 'ImportFailure';
  /** How often it failed. */
  readonly attempts: Scalars['Int']['output'];
  /** The file, address or archive entry. */
  readonly file: Scalars['String']['output'];
  /** When it first failed. */
  readonly firstFailedAt: Scalars['DateTime']['output'];
  /** The format, where it was known. */
  readonly format?: Maybe<Scalars['String']['output']>;
  /** Stable until it is resolved. */
  readonly id: Scalars['ID']['output'];
  /** When it last failed. */
  readonly lastFailedAt: Scalars['DateTime']['output'];
  /** What came, where it was small enough to be kept. */
  readonly payload?: Maybe<Scalars['String']['output']>;
  /** Where in it: item 3, line 12. */
  readonly place: Scalars['String']['output'];
  /** What was wrong the last time. */
  readonly reason: Scalars['String']['output'];
};

/** A page of import failures (Relay Cursor Connections). */
export type ImportFailureConnection = {
  readonly __typename?: 'ImportFailureConnection';
  /** The failures with their cursors. */
  readonly edges: ReadonlyArray<ImportFailureEdge>;
  /** The failures alone. */
  readonly nodes: ReadonlyArray<ImportFailure>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** An import failure in a list. */
export type ImportFailureEdge = {
  readonly __typename?: 'ImportFailureEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The failure. */
  readonly node: ImportFailure;
};

/** Something that could not be imported. */
export type ImportFailureInput = {
  /** The file, address or archive entry. */
  readonly file: Scalars['String']['input'];
  readonly format?: InputMaybe<Scalars['String']['input']>;
  /** What came, where it is small enough: at most 256 KB. */
  readonly payload?: InputMaybe<Scalars['String']['input']>;
  /** Where in it: item 3, line 12. */
  readonly place: Scalars['String']['input'];
  /** What was wrong, in plain words. */
  readonly reason: Scalars['String']['input'];
};

/** What an import did. */
export type ImportOutcome =
  /** A new article. */
  | 'CREATED'
  /** Killed before it came: the kill is remembered, or the item stays dead. */
  | 'DEAD'
  /** Older than what stands: nothing was written. */
  | 'STALE'
  /** Nothing was different, and nothing was written. */
  | 'UNCHANGED'
  /** Something was different. */
  | 'UPDATED'
  /** Taken back by its supplier. */
  | 'WITHDRAWN';

/** A topic to be found or made. Found by its code, then by its name; where several have the code, by both. */
export type ImportTopicInput = {
  readonly kind: TopicKind;
  /** IPTC Media Topics code: medtop:20000010. */
  readonly mediaTopic?: InputMaybe<Scalars['String']['input']>;
  readonly title: Scalars['String']['input'];
};

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

/** One entry of a live story. */
export type LiveEntryElement = BodyElement & {
  readonly __typename?: 'LiveEntryElement';
  /** Its elements; entries do not nest. */
  readonly body: ReadonlyArray<BodyElement>;
  /** What it is about, in a line. */
  readonly headline?: Maybe<Scalars['String']['output']>;
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
  /** When it was told. Entries stand newest first. */
  readonly publishedAt: Scalars['DateTime']['output'];
};

/** An entry of a live story to be written. */
export type LiveEntryInput = {
  /** No entries within. */
  readonly body: ReadonlyArray<BodyElementInput>;
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** Now, when it is not given. It dates the entry and holds nothing back: where readers see the story, addLiveEntry refuses a time to come. */
  readonly publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Adds an entry on top of a live story. Several reporters may do so at once: it needs no revision. Editors only. */
  readonly addLiveEntry: ArticlePayload;
  /** Puts an uploaded picture where an import wanted it, here and wherever else the same supplier names it. Editors only. */
  readonly attachPicture: ArticlePayload;
  /** A published correction, dated, shown with the article and sent to partners. note is at most 1,000 characters. Editors only. */
  readonly correctArticle: ArticlePayload;
  /** Makes a draft. Editors only. */
  readonly createArticle: ArticlePayload;
  /** Deletes a draft that readers never saw; article is null then. Editors only. */
  readonly deleteDraft: ArticlePayload;
  /** Creates or updates from outside. Idempotent on (source, sourceId): the wire sends the same item many times, and out of order. Editors only. */
  readonly importArticle: ArticlePayload;
  /** Many at once, each on its own: what is wrong with one stops no other. At most 200. With dryRun nothing is written, and the outcomes are those that would be. Editors only. */
  readonly importArticles: ReadonlyArray<ArticlePayload>;
  /** Says that these articles tell one story in several languages, each in another. Editors only. */
  readonly linkTranslations: TranslationsPayload;
  /** Puts an article at a place among a container's pinned ones (0 is the first); one that is pinned there already moves. Editors only. */
  readonly pinArticle: FrontPayload;
  /** Publishes now, or at a time (scheduled); again for another time. Refused while an embargo stands, unless at is its end or after it. Up to a minute past is now; an earlier time is refused. Publishing what is published already changes nothing. Editors only. */
  readonly publishArticle: ArticlePayload;
  /** Keeps what could not be imported. The same place of the same file is one failure. At most 200. Editors only. */
  readonly recordImportFailures: ReadonlyArray<ImportFailure>;
  /** Notes why a wanted picture could not be had; it goes on being wanted. Editors only. */
  readonly reportPictureFailure?: Maybe<WantedPicture>;
  /** Takes failures off the list. Answers how many there were. Editors only. */
  readonly resolveImportFailures: Scalars['Int']['output'];
  /** Writes what an earlier revision held as a new one. The slug and the embargo stay as they are. Editors only. */
  readonly restoreRevision: ArticlePayload;
  /** Makes a contributor, or changes the one with this slug. Editors only. */
  readonly saveContributor: ContributorPayload;
  /** Makes a front or changes what the input names. expectedVersion makes lost updates impossible: a stale one answers VERSION_CONFLICT; it is not needed for a new front. Editors only. */
  readonly saveFront: FrontPayload;
  /** Makes a section, or changes the one with this slug. Editors only. */
  readonly saveSection: SectionPayload;
  /** Makes a topic, or changes the one with this slug. Editors only. */
  readonly saveTopic: TopicPayload;
  /** Takes an article out of its group of translations. Editors only. */
  readonly unlinkTranslation: ArticlePayload;
  /** Takes a pin out. Editors only. */
  readonly unpinArticle: FrontPayload;
  /** Takes a scheduled article off the schedule: it is a draft again. Editors only. */
  readonly unscheduleArticle: ArticlePayload;
  /** Changes what the input names. expectedRevision makes lost updates impossible: a stale one answers userErrors code REVISION_CONFLICT and changes nothing. Editors only. */
  readonly updateArticle: ArticlePayload;
  /** A kill, for good: takes it out of every list, feed and cache; readers get the notice with the reason, partners a tombstone. reason is at most 1,000 characters. Editors only. */
  readonly withdrawArticle: ArticlePayload;
};


export type MutationAddLiveEntryArgs = {
  articleId: Scalars['ID']['input'];
  input: LiveEntryInput;
};


export type MutationAttachPictureArgs = {
  imageId: Scalars['ID']['input'];
  wantedPictureId: Scalars['ID']['input'];
};


export type MutationCorrectArticleArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input?: InputMaybe<UpdateArticleInput>;
  note: Scalars['String']['input'];
};


export type MutationCreateArticleArgs = {
  input: CreateArticleInput;
};


export type MutationDeleteDraftArgs = {
  id: Scalars['ID']['input'];
};


export type MutationImportArticleArgs = {
  input: ImportArticleInput;
};


export type MutationImportArticlesArgs = {
  dryRun: Scalars['Boolean']['input'];
  inputs: ReadonlyArray<ImportArticleInput>;
};


export type MutationLinkTranslationsArgs = {
  articleIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationPinArticleArgs = {
  articleId: Scalars['ID']['input'];
  containerId: Scalars['ID']['input'];
  position: Scalars['Int']['input'];
};


export type MutationPublishArticleArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
};


export type MutationRecordImportFailuresArgs = {
  inputs: ReadonlyArray<ImportFailureInput>;
};


export type MutationReportPictureFailureArgs = {
  reason: Scalars['String']['input'];
  wantedPictureId: Scalars['ID']['input'];
};


export type MutationResolveImportFailuresArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type MutationRestoreRevisionArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
};


export type MutationSaveContributorArgs = {
  input: SaveContributorInput;
};


export type MutationSaveFrontArgs = {
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  input: FrontInput;
  slug: Scalars['String']['input'];
};


export type MutationSaveSectionArgs = {
  input: SaveSectionInput;
};


export type MutationSaveTopicArgs = {
  input: SaveTopicInput;
};


export type MutationUnlinkTranslationArgs = {
  articleId: Scalars['ID']['input'];
};


export type MutationUnpinArticleArgs = {
  articleId: Scalars['ID']['input'];
  containerId: Scalars['ID']['input'];
};


export type MutationUnscheduleArticleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateArticleArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: UpdateArticleInput;
};


export type MutationWithdrawArticleArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
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
  /** The direction of this paragraph: that of its first strong letter, or the article's where it has none. */
  readonly direction: TextDirection;
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

/** Whether an item may be shown, as IPTC's pubStatus. */
export type PubStatus =
  /** Never again: a kill. */
  | 'CANCELED'
  /** It may. */
  | 'USABLE'
  /** Not now; a later version may say otherwise. */
  | 'WITHHELD';

export type Query = {
  readonly __typename?: 'Query';
  /** One article. Give exactly one of id, slug, url. An old slug finds its article too; see canonicalUrl. A reader sees published articles, and withdrawn ones as a notice; an editor sees all. */
  readonly article?: Maybe<Article>;
  /**
   * Everything that readers were told since a cursor, oldest first: published, updated, corrected, withdrawn. Replay it from the
   * start, keep each article that comes and drop each that comes as null, and you have the published articles exactly, also
   * while others write. Keep the last cursor and ask again. first is at most 500.
   */
  readonly articleChanges: ArticleChangeConnection;
  /** Articles, newest first unless ordered otherwise. first or last is at most 100; 20 by default. */
  readonly articles: ArticleConnection;
  /** A contributor by slug; null where there is none. */
  readonly contributor?: Maybe<Contributor>;
  /** A curated page: ordered containers of articles, with manual pins over automatic fill. Null where there is none. */
  readonly front?: Maybe<Front>;
  /** What could not be imported, oldest first, kept to be tried again. Editors only. first is at most 100. */
  readonly importFailures?: Maybe<ImportFailureConnection>;
  /**
   * Full-text search, language aware, typo tolerant, best first, with highlighted snippets. Words must all be there, in any
   * inflection; "quoted phrases" as they stand; this OR that; -exclusion; prefix*. Where nothing is found, words that no story
   * holds are read as those that they may have meant. text has at most 256 characters, first is at most 100. Of what is found
   * the newest 1,000 are ranked (300 where it is common: in more than 10,000 articles, or in one of five of the newest). A reader
   * finds published articles only; so does an editor who does not ask for statuses.
   */
  readonly searchArticles: ArticleSearchConnection;
  /** A section by its slug; null where there is none. */
  readonly section?: Maybe<Section>;
  /** All sections, in the order in which the newsroom shows them. */
  readonly sections: ReadonlyArray<Section>;
  /** A topic by its slug; null where there is none. */
  readonly topic?: Maybe<Topic>;
  /** Topics by title; those whose title holds match, when it is given (of one or two letters: a word that begins so). first is at most 100. One that an import made is there for readers once they see a story about it. */
  readonly topics: TopicConnection;
  /** Pictures that imported articles wait for, oldest first. Editors only. first is at most 100. */
  readonly wantedPictures?: Maybe<WantedPictureConnection>;
};


export type QueryArticleArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  slug?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['Url']['input']>;
};


export type QueryArticleChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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


export type QueryFrontArgs = {
  slug: Scalars['String']['input'];
};


export type QueryImportFailuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySectionArgs = {
  slug: Scalars['String']['input'];
};


export type QueryTopicArgs = {
  slug: Scalars['String']['input'];
};


export type QueryTopicsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  match?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWantedPicturesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

/** Another article, named in its place in a story. */
export type RelatedElement = BodyElement & {
  readonly __typename?: 'RelatedElement';
  /** The article. An element whose article is not to be seen (not published yet, withdrawn) is left out. */
  readonly article: Article;
  /** Unique in the article. */
  readonly id: Scalars['ID']['output'];
};

/** Another article to be named in its place. */
export type RelatedInput = {
  readonly articleId: Scalars['ID']['input'];
};

/** A save of an article: what it was by then. */
export type Revision = {
  readonly __typename?: 'Revision';
  /** The article as it was by then. Its status, dates of publication, corrections and withdrawal are those of today. */
  readonly article: Article;
  /** Who saved it, where that is known. */
  readonly author?: Maybe<Scalars['String']['output']>;
  /** What this save changed, by path; empty for the first. body.<id> is an element, body the order of all. */
  readonly changes: ReadonlyArray<RevisionChange>;
  /** When it was saved. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The headline by then. */
  readonly headline: Scalars['String']['output'];
  /** The article's revision number. */
  readonly number: Scalars['Int']['output'];
};

/** One thing that a save changed. */
export type RevisionChange = {
  readonly __typename?: 'RevisionChange';
  /** As text; null where nothing is. */
  readonly after?: Maybe<Scalars['String']['output']>;
  /** As text; null where nothing was. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** What: headline, body.p3, bylines, status, corrections. */
  readonly path: Scalars['String']['output'];
};

/** A page of revisions (Relay Cursor Connections). */
export type RevisionConnection = {
  readonly __typename?: 'RevisionConnection';
  /** The revisions with their cursors, newest first. */
  readonly edges: ReadonlyArray<RevisionEdge>;
  /** The revisions alone. */
  readonly nodes: ReadonlyArray<Revision>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A revision in a list. */
export type RevisionEdge = {
  readonly __typename?: 'RevisionEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The revision. */
  readonly node: Revision;
};

/** What a contributor is to be. Found by their slug, or made. */
export type SaveContributorInput = {
  /** A few lines; what is not allowed is taken out. */
  readonly bio?: InputMaybe<Scalars['Html']['input']>;
  readonly jobTitle?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  /** A picture of media. */
  readonly portraitImageId?: InputMaybe<Scalars['ID']['input']>;
  readonly slug: Scalars['String']['input'];
};

/** What a section is to be. Found by its slug, or made. */
export type SaveSectionInput = {
  readonly language: Scalars['LanguageTag']['input'];
  /** The section that it belongs to; null for one at the top. Never itself or one below it. */
  readonly parentSlug?: InputMaybe<Scalars['String']['input']>;
  /** Its place among its kin; 0 is the first. */
  readonly position: Scalars['Int']['input'];
  readonly slug: Scalars['String']['input'];
  readonly title: Scalars['String']['input'];
};

/** What a topic is to be. Found by its slug, or made. */
export type SaveTopicInput = {
  readonly kind: TopicKind;
  /** IPTC Media Topics code: medtop:20000010. */
  readonly mediaTopic?: InputMaybe<Scalars['String']['input']>;
  readonly slug: Scalars['String']['input'];
  readonly title: Scalars['String']['input'];
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

/** What became of a section. */
export type SectionPayload = {
  readonly __typename?: 'SectionPayload';
  /** The section as it stands now; null when there is none to show. */
  readonly section?: Maybe<Section>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Each article as it is published, breaking or ordinary, from now on. The filter is that of articles. When something may have been missed it ends: ask articles, and subscribe again. */
  readonly articlePublished: Article;
  /** An article as it stands after each change that readers see: a live story, a correction. It ends with the notice of the article's withdrawal, and when something may have been missed: ask article, and subscribe again. */
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

/** A page of topics (Relay Cursor Connections). */
export type TopicConnection = {
  readonly __typename?: 'TopicConnection';
  /** The topics with their cursors. */
  readonly edges: ReadonlyArray<TopicEdge>;
  /** The topics alone. */
  readonly nodes: ReadonlyArray<Topic>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A topic in a list. */
export type TopicEdge = {
  readonly __typename?: 'TopicEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The topic. */
  readonly node: Topic;
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

/** What became of a topic. */
export type TopicPayload = {
  readonly __typename?: 'TopicPayload';
  /** The topic as it stands now; null when there is none to show. */
  readonly topic?: Maybe<Topic>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of a group of translations. */
export type TranslationsPayload = {
  readonly __typename?: 'TranslationsPayload';
  /** The articles of the group as they stand now. */
  readonly articles: ReadonlyArray<Article>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to change. A field that is not given stays; null empties what may be empty. */
export type UpdateArticleInput = {
  readonly body?: InputMaybe<ReadonlyArray<BodyElementInput>>;
  readonly bylines?: InputMaybe<ReadonlyArray<BylineInput>>;
  readonly copyrightNotice?: InputMaybe<Scalars['String']['input']>;
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  /** Until then nobody but editors knows of it. What is published cannot be put under embargo: withdraw it. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What follows its supplier again (see Article.keptFields), from when the supplier sends the story next, be it the same version. */
  readonly followSupplier?: InputMaybe<ReadonlyArray<ArticleField>>;
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** False marks it as for subscribers; see Article. */
  readonly isAccessibleForFree?: InputMaybe<Scalars['Boolean']['input']>;
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

/** A picture that an imported figure names and media has not yet. */
export type WantedPicture = {
  readonly __typename?: 'WantedPicture';
  /** The article that waits. */
  readonly articleId: Scalars['ID']['output'];
  /** How often it could not be had. */
  readonly attempts: Scalars['Int']['output'];
  /** The figure's element. */
  readonly elementId: Scalars['ID']['output'];
  /** Stable until it is attached. */
  readonly id: Scalars['ID']['output'];
  /** Why, the last time. */
  readonly lastReason?: Maybe<Scalars['String']['output']>;
  /** The picture's address, or the name of its file beside the item. */
  readonly reference: Scalars['String']['output'];
  /** The supplier. */
  readonly source: Scalars['String']['output'];
};

/** A page of wanted pictures (Relay Cursor Connections). */
export type WantedPictureConnection = {
  readonly __typename?: 'WantedPictureConnection';
  /** The pictures with their cursors. */
  readonly edges: ReadonlyArray<WantedPictureEdge>;
  /** The pictures alone. */
  readonly nodes: ReadonlyArray<WantedPicture>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A wanted picture in a list. */
export type WantedPictureEdge = {
  readonly __typename?: 'WantedPictureEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The picture. */
  readonly node: WantedPicture;
};

/** A kill, as readers are told of it. */
export type Withdrawal = {
  readonly __typename?: 'Withdrawal';
  /** Why. */
  readonly reason: Scalars['String']['output'];
  /** When. */
  readonly withdrawnAt: Scalars['DateTime']['output'];
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
    | ( PlacedLiveEntry )
    | ( PlacedParagraph )
    | ( QuoteElementRow )
    | ( PlacedRelated )
    | ( TableElementRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Article: ResolverTypeWrapper<ArticleRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ArticleChange: ResolverTypeWrapper<ChangeRow>;
  ArticleChangeConnection: ResolverTypeWrapper<Omit<ArticleChangeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ArticleChangeEdge']>, nodes: ReadonlyArray<ResolversTypes['ArticleChange']> }>;
  ArticleChangeEdge: ResolverTypeWrapper<Omit<ArticleChangeEdge, 'node'> & { node: ResolversTypes['ArticleChange'] }>;
  ArticleChangeKind: ArticleChangeKind;
  ArticleConnection: ResolverTypeWrapper<Omit<ArticleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ArticleEdge']>, nodes: ReadonlyArray<ResolversTypes['Article']> }>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  ArticleField: ArticleField;
  ArticleFilter: ArticleFilter;
  ArticleOrder: ArticleOrder;
  ArticlePayload: ResolverTypeWrapper<Omit<ArticlePayload, 'article' | 'wantedPictures'> & { article?: Maybe<ResolversTypes['Article']>, wantedPictures: ReadonlyArray<ResolversTypes['WantedPicture']> }>;
  ArticleSearchConnection: ResolverTypeWrapper<ArticleSearchPage>;
  ArticleSearchEdge: ResolverTypeWrapper<Omit<ArticleSearchEdge, 'node'> & { node: ResolversTypes['Article'] }>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ArticleSource: ResolverTypeWrapper<ArticleSource>;
  ArticleStatus: ArticleStatus;
  BodyElement: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['BodyElement']>;
  BodyElementInput: BodyElementInput;
  Byline: ResolverTypeWrapper<BylineRow>;
  BylineInput: BylineInput;
  ContainerFillInput: ContainerFillInput;
  Contributor: ResolverTypeWrapper<ContributorRow>;
  ContributorPayload: ResolverTypeWrapper<Omit<ContributorPayload, 'contributor'> & { contributor?: Maybe<ResolversTypes['Contributor']> }>;
  Correction: ResolverTypeWrapper<CorrectionRow>;
  CreateArticleInput: CreateArticleInput;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmbedElement: ResolverTypeWrapper<EmbedElementRow>;
  EmbedInput: EmbedInput;
  FigureElement: ResolverTypeWrapper<FigureElementRow>;
  FigureInput: FigureInput;
  FigureRole: FigureRole;
  Front: ResolverTypeWrapper<FrontRow>;
  FrontContainer: ResolverTypeWrapper<FrontContainerRow>;
  FrontContainerInput: FrontContainerInput;
  FrontInput: FrontInput;
  FrontPayload: ResolverTypeWrapper<Omit<FrontPayload, 'front'> & { front?: Maybe<ResolversTypes['Front']> }>;
  HeadingElement: ResolverTypeWrapper<HeadingElementRow>;
  HeadingInput: HeadingInput;
  Html: ResolverTypeWrapper<Scalars['Html']['output']>;
  Image: ResolverTypeWrapper<Image>;
  ImportArticleInput: ImportArticleInput;
  ImportCorrectionInput: ImportCorrectionInput;
  ImportFailure: ResolverTypeWrapper<ImportFailureRow>;
  ImportFailureConnection: ResolverTypeWrapper<Omit<ImportFailureConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ImportFailureEdge']>, nodes: ReadonlyArray<ResolversTypes['ImportFailure']> }>;
  ImportFailureEdge: ResolverTypeWrapper<Omit<ImportFailureEdge, 'node'> & { node: ResolversTypes['ImportFailure'] }>;
  ImportFailureInput: ImportFailureInput;
  ImportOutcome: ImportOutcome;
  ImportTopicInput: ImportTopicInput;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  ListElement: ResolverTypeWrapper<ListElementRow>;
  ListInput: ListInput;
  LiveEntryElement: ResolverTypeWrapper<PlacedLiveEntry>;
  LiveEntryInput: LiveEntryInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParagraphElement: ResolverTypeWrapper<PlacedParagraph>;
  ParagraphInput: ParagraphInput;
  PubStatus: PubStatus;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuoteElement: ResolverTypeWrapper<QuoteElementRow>;
  QuoteInput: QuoteInput;
  RelatedElement: ResolverTypeWrapper<PlacedRelated>;
  RelatedInput: RelatedInput;
  Revision: ResolverTypeWrapper<RevisionRow>;
  RevisionChange: ResolverTypeWrapper<RevisionChange>;
  RevisionConnection: ResolverTypeWrapper<Omit<RevisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RevisionEdge']>, nodes: ReadonlyArray<ResolversTypes['Revision']> }>;
  RevisionEdge: ResolverTypeWrapper<Omit<RevisionEdge, 'node'> & { node: ResolversTypes['Revision'] }>;
  SaveContributorInput: SaveContributorInput;
  SaveSectionInput: SaveSectionInput;
  SaveTopicInput: SaveTopicInput;
  Section: ResolverTypeWrapper<SectionRow>;
  SectionPayload: ResolverTypeWrapper<Omit<SectionPayload, 'section'> & { section?: Maybe<ResolversTypes['Section']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TableElement: ResolverTypeWrapper<TableElementRow>;
  TableInput: TableInput;
  TextDirection: TextDirection;
  Topic: ResolverTypeWrapper<TopicRow>;
  TopicConnection: ResolverTypeWrapper<Omit<TopicConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TopicEdge']>, nodes: ReadonlyArray<ResolversTypes['Topic']> }>;
  TopicEdge: ResolverTypeWrapper<Omit<TopicEdge, 'node'> & { node: ResolversTypes['Topic'] }>;
  TopicKind: TopicKind;
  TopicPayload: ResolverTypeWrapper<Omit<TopicPayload, 'topic'> & { topic?: Maybe<ResolversTypes['Topic']> }>;
  TranslationsPayload: ResolverTypeWrapper<Omit<TranslationsPayload, 'articles'> & { articles: ReadonlyArray<ResolversTypes['Article']> }>;
  UpdateArticleInput: UpdateArticleInput;
  Url: ResolverTypeWrapper<Scalars['Url']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  WantedPicture: ResolverTypeWrapper<WantedPictureRow>;
  WantedPictureConnection: ResolverTypeWrapper<Omit<WantedPictureConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['WantedPictureEdge']>, nodes: ReadonlyArray<ResolversTypes['WantedPicture']> }>;
  WantedPictureEdge: ResolverTypeWrapper<Omit<WantedPictureEdge, 'node'> & { node: ResolversTypes['WantedPicture'] }>;
  Withdrawal: ResolverTypeWrapper<Withdrawal>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Article: ArticleRow;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  ArticleChange: ChangeRow;
  ArticleChangeConnection: Omit<ArticleChangeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ArticleChangeEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ArticleChange']> };
  ArticleChangeEdge: Omit<ArticleChangeEdge, 'node'> & { node: ResolversParentTypes['ArticleChange'] };
  ArticleConnection: Omit<ArticleConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ArticleEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Article']> };
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  ArticleFilter: ArticleFilter;
  ArticlePayload: Omit<ArticlePayload, 'article' | 'wantedPictures'> & { article?: Maybe<ResolversParentTypes['Article']>, wantedPictures: ReadonlyArray<ResolversParentTypes['WantedPicture']> };
  ArticleSearchConnection: ArticleSearchPage;
  ArticleSearchEdge: Omit<ArticleSearchEdge, 'node'> & { node: ResolversParentTypes['Article'] };
  Float: Scalars['Float']['output'];
  ArticleSource: ArticleSource;
  BodyElement: ResolversInterfaceTypes<ResolversParentTypes>['BodyElement'];
  BodyElementInput: BodyElementInput;
  Byline: BylineRow;
  BylineInput: BylineInput;
  ContainerFillInput: ContainerFillInput;
  Contributor: ContributorRow;
  ContributorPayload: Omit<ContributorPayload, 'contributor'> & { contributor?: Maybe<ResolversParentTypes['Contributor']> };
  Correction: CorrectionRow;
  CreateArticleInput: CreateArticleInput;
  DateTime: Scalars['DateTime']['output'];
  EmbedElement: EmbedElementRow;
  EmbedInput: EmbedInput;
  FigureElement: FigureElementRow;
  FigureInput: FigureInput;
  Front: FrontRow;
  FrontContainer: FrontContainerRow;
  FrontContainerInput: FrontContainerInput;
  FrontInput: FrontInput;
  FrontPayload: Omit<FrontPayload, 'front'> & { front?: Maybe<ResolversParentTypes['Front']> };
  HeadingElement: HeadingElementRow;
  HeadingInput: HeadingInput;
  Html: Scalars['Html']['output'];
  Image: Image;
  ImportArticleInput: ImportArticleInput;
  ImportCorrectionInput: ImportCorrectionInput;
  ImportFailure: ImportFailureRow;
  ImportFailureConnection: Omit<ImportFailureConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ImportFailureEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ImportFailure']> };
  ImportFailureEdge: Omit<ImportFailureEdge, 'node'> & { node: ResolversParentTypes['ImportFailure'] };
  ImportFailureInput: ImportFailureInput;
  ImportTopicInput: ImportTopicInput;
  LanguageTag: Scalars['LanguageTag']['output'];
  ListElement: ListElementRow;
  ListInput: ListInput;
  LiveEntryElement: PlacedLiveEntry;
  LiveEntryInput: LiveEntryInput;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  ParagraphElement: PlacedParagraph;
  ParagraphInput: ParagraphInput;
  Query: Record<PropertyKey, never>;
  QuoteElement: QuoteElementRow;
  QuoteInput: QuoteInput;
  RelatedElement: PlacedRelated;
  RelatedInput: RelatedInput;
  Revision: RevisionRow;
  RevisionChange: RevisionChange;
  RevisionConnection: Omit<RevisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RevisionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Revision']> };
  RevisionEdge: Omit<RevisionEdge, 'node'> & { node: ResolversParentTypes['Revision'] };
  SaveContributorInput: SaveContributorInput;
  SaveSectionInput: SaveSectionInput;
  SaveTopicInput: SaveTopicInput;
  Section: SectionRow;
  SectionPayload: Omit<SectionPayload, 'section'> & { section?: Maybe<ResolversParentTypes['Section']> };
  Subscription: Record<PropertyKey, never>;
  TableElement: TableElementRow;
  TableInput: TableInput;
  Topic: TopicRow;
  TopicConnection: Omit<TopicConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TopicEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Topic']> };
  TopicEdge: Omit<TopicEdge, 'node'> & { node: ResolversParentTypes['Topic'] };
  TopicPayload: Omit<TopicPayload, 'topic'> & { topic?: Maybe<ResolversParentTypes['Topic']> };
  TranslationsPayload: Omit<TranslationsPayload, 'articles'> & { articles: ReadonlyArray<ResolversParentTypes['Article']> };
  UpdateArticleInput: UpdateArticleInput;
  Url: Scalars['Url']['output'];
  UserError: UserError;
  WantedPicture: WantedPictureRow;
  WantedPictureConnection: Omit<WantedPictureConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['WantedPictureEdge']>, nodes: ReadonlyArray<ResolversParentTypes['WantedPicture']> };
  WantedPictureEdge: Omit<WantedPictureEdge, 'node'> & { node: ResolversParentTypes['WantedPicture'] };
  Withdrawal: Withdrawal;
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
  embargoedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  figures?: Resolver<ReadonlyArray<ResolversTypes['FigureElement']>, ParentType, ContextType>;
  firstPublishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  firstPublishedLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<ArticleFirstPublishedLineArgs>>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isAccessibleForFree?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  jsonLd?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keptFields?: Resolver<ReadonlyArray<ResolversTypes['ArticleField']>, ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['LanguageTag'], ParentType, ContextType>;
  leadFigure?: Resolver<Maybe<ResolversTypes['FigureElement']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readingTimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  related?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<ArticleRelatedArgs, 'first'>>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revisions?: Resolver<ResolversTypes['RevisionConnection'], ParentType, ContextType, RequireFields<ArticleRevisionsArgs, 'first'>>;
  scheduledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['ArticleSource']>, ParentType, ContextType>;
  standfirst?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ArticleStatus'], ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['Topic']>, ParentType, ContextType>;
  translations?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  usageTerms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawal?: Resolver<Maybe<ResolversTypes['Withdrawal']>, ParentType, ContextType>;
  wordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleChange'] = ResolversParentTypes['ArticleChange']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType>;
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ArticleChangeKind'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ArticleChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleChangeConnection'] = ResolversParentTypes['ArticleChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArticleChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ArticleChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArticleChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleChangeEdge'] = ResolversParentTypes['ArticleChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ArticleChange'], ParentType, ContextType>;
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
  wantedPictures?: Resolver<ReadonlyArray<ResolversTypes['WantedPicture']>, ParentType, ContextType>;
};

export type ArticleSearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleSearchConnection'] = ResolversParentTypes['ArticleSearchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ArticleSearchEdge']>, ParentType, ContextType>;
  isCorrected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ArticleSearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleSearchEdge'] = ResolversParentTypes['ArticleSearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headlineHtml?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  snippet?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
};

export type ArticleSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ArticleSource'] = ResolversParentTypes['ArticleSource']> = {
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['Url']>, ParentType, ContextType>;
};

export type BodyElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BodyElement'] = ResolversParentTypes['BodyElement']> = {
  __resolveType?: TypeResolveFn<'EmbedElement' | 'FigureElement' | 'HeadingElement' | 'ListElement' | 'LiveEntryElement' | 'ParagraphElement' | 'QuoteElement' | 'RelatedElement' | 'TableElement', ParentType, ContextType>;
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

export type ContributorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContributorPayload'] = ResolversParentTypes['ContributorPayload']> = {
  contributor?: Resolver<Maybe<ResolversTypes['Contributor']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type FrontResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Front'] = ResolversParentTypes['Front']> = {
  containers?: Resolver<ReadonlyArray<ResolversTypes['FrontContainer']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['LanguageTag'], ParentType, ContextType>;
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FrontContainerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FrontContainer'] = ResolversParentTypes['FrontContainer']> = {
  articles?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType, RequireFields<FrontContainerArticlesArgs, 'first'>>;
  display?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pinnedArticleIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FrontPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FrontPayload'] = ResolversParentTypes['FrontPayload']> = {
  front?: Resolver<Maybe<ResolversTypes['Front']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type ImportFailureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportFailure'] = ResolversParentTypes['ImportFailure']> = {
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstFailedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  format?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastFailedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  payload?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  place?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportFailureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportFailureConnection'] = ResolversParentTypes['ImportFailureConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ImportFailureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ImportFailure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ImportFailureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportFailureEdge'] = ResolversParentTypes['ImportFailureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ImportFailure'], ParentType, ContextType>;
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

export type LiveEntryElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LiveEntryElement'] = ResolversParentTypes['LiveEntryElement']> = {
  body?: Resolver<ReadonlyArray<ResolversTypes['BodyElement']>, ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  publishedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addLiveEntry?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationAddLiveEntryArgs, 'articleId' | 'input'>>;
  attachPicture?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationAttachPictureArgs, 'imageId' | 'wantedPictureId'>>;
  correctArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationCorrectArticleArgs, 'expectedRevision' | 'id' | 'note'>>;
  createArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationCreateArticleArgs, 'input'>>;
  deleteDraft?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationDeleteDraftArgs, 'id'>>;
  importArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationImportArticleArgs, 'input'>>;
  importArticles?: Resolver<ReadonlyArray<ResolversTypes['ArticlePayload']>, ParentType, ContextType, RequireFields<MutationImportArticlesArgs, 'dryRun' | 'inputs'>>;
  linkTranslations?: Resolver<ResolversTypes['TranslationsPayload'], ParentType, ContextType, RequireFields<MutationLinkTranslationsArgs, 'articleIds'>>;
  pinArticle?: Resolver<ResolversTypes['FrontPayload'], ParentType, ContextType, RequireFields<MutationPinArticleArgs, 'articleId' | 'containerId' | 'position'>>;
  publishArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationPublishArticleArgs, 'id'>>;
  recordImportFailures?: Resolver<ReadonlyArray<ResolversTypes['ImportFailure']>, ParentType, ContextType, RequireFields<MutationRecordImportFailuresArgs, 'inputs'>>;
  reportPictureFailure?: Resolver<Maybe<ResolversTypes['WantedPicture']>, ParentType, ContextType, RequireFields<MutationReportPictureFailureArgs, 'reason' | 'wantedPictureId'>>;
  resolveImportFailures?: Resolver<ResolversTypes['Int'], ParentType, ContextType, RequireFields<MutationResolveImportFailuresArgs, 'ids'>>;
  restoreRevision?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationRestoreRevisionArgs, 'expectedRevision' | 'id' | 'revision'>>;
  saveContributor?: Resolver<ResolversTypes['ContributorPayload'], ParentType, ContextType, RequireFields<MutationSaveContributorArgs, 'input'>>;
  saveFront?: Resolver<ResolversTypes['FrontPayload'], ParentType, ContextType, RequireFields<MutationSaveFrontArgs, 'input' | 'slug'>>;
  saveSection?: Resolver<ResolversTypes['SectionPayload'], ParentType, ContextType, RequireFields<MutationSaveSectionArgs, 'input'>>;
  saveTopic?: Resolver<ResolversTypes['TopicPayload'], ParentType, ContextType, RequireFields<MutationSaveTopicArgs, 'input'>>;
  unlinkTranslation?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationUnlinkTranslationArgs, 'articleId'>>;
  unpinArticle?: Resolver<ResolversTypes['FrontPayload'], ParentType, ContextType, RequireFields<MutationUnpinArticleArgs, 'articleId' | 'containerId'>>;
  unscheduleArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationUnscheduleArticleArgs, 'id'>>;
  updateArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationUpdateArticleArgs, 'expectedRevision' | 'id' | 'input'>>;
  withdrawArticle?: Resolver<ResolversTypes['ArticlePayload'], ParentType, ContextType, RequireFields<MutationWithdrawArticleArgs, 'id' | 'reason'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ParagraphElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParagraphElement'] = ResolversParentTypes['ParagraphElement']> = {
  direction?: Resolver<ResolversTypes['TextDirection'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  article?: Resolver<Maybe<ResolversTypes['Article']>, ParentType, ContextType, Partial<QueryArticleArgs>>;
  articleChanges?: Resolver<ResolversTypes['ArticleChangeConnection'], ParentType, ContextType, RequireFields<QueryArticleChangesArgs, 'first'>>;
  articles?: Resolver<ResolversTypes['ArticleConnection'], ParentType, ContextType, RequireFields<QueryArticlesArgs, 'orderBy'>>;
  contributor?: Resolver<Maybe<ResolversTypes['Contributor']>, ParentType, ContextType, RequireFields<QueryContributorArgs, 'slug'>>;
  front?: Resolver<Maybe<ResolversTypes['Front']>, ParentType, ContextType, RequireFields<QueryFrontArgs, 'slug'>>;
  importFailures?: Resolver<Maybe<ResolversTypes['ImportFailureConnection']>, ParentType, ContextType, RequireFields<QueryImportFailuresArgs, 'first'>>;
  searchArticles?: Resolver<ResolversTypes['ArticleSearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArticlesArgs, 'first' | 'text'>>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType, RequireFields<QuerySectionArgs, 'slug'>>;
  sections?: Resolver<ReadonlyArray<ResolversTypes['Section']>, ParentType, ContextType>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType, RequireFields<QueryTopicArgs, 'slug'>>;
  topics?: Resolver<ResolversTypes['TopicConnection'], ParentType, ContextType, RequireFields<QueryTopicsArgs, 'first'>>;
  wantedPictures?: Resolver<Maybe<ResolversTypes['WantedPictureConnection']>, ParentType, ContextType, RequireFields<QueryWantedPicturesArgs, 'first'>>;
};

export type QuoteElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuoteElement'] = ResolversParentTypes['QuoteElement']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  html?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pull?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RelatedElementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelatedElement'] = ResolversParentTypes['RelatedElement']> = {
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = {
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  changes?: Resolver<ReadonlyArray<ResolversTypes['RevisionChange']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RevisionChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionChange'] = ResolversParentTypes['RevisionChange']> = {
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionConnection'] = ResolversParentTypes['RevisionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RevisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Revision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionEdge'] = ResolversParentTypes['RevisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Revision'], ParentType, ContextType>;
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

export type SectionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SectionPayload'] = ResolversParentTypes['SectionPayload']> = {
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type TopicConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicConnection'] = ResolversParentTypes['TopicConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TopicEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Topic']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TopicEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicEdge'] = ResolversParentTypes['TopicEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
};

export type TopicPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopicPayload'] = ResolversParentTypes['TopicPayload']> = {
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TranslationsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TranslationsPayload'] = ResolversParentTypes['TranslationsPayload']> = {
  articles?: Resolver<ReadonlyArray<ResolversTypes['Article']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Url'], any> {
  name: 'Url';
}

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
};

export type WantedPictureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WantedPicture'] = ResolversParentTypes['WantedPicture']> = {
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  elementId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WantedPictureConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WantedPictureConnection'] = ResolversParentTypes['WantedPictureConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WantedPictureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['WantedPicture']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WantedPictureEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WantedPictureEdge'] = ResolversParentTypes['WantedPictureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WantedPicture'], ParentType, ContextType>;
};

export type WithdrawalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Withdrawal'] = ResolversParentTypes['Withdrawal']> = {
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  withdrawnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Article?: ArticleResolvers<ContextType>;
  ArticleChange?: ArticleChangeResolvers<ContextType>;
  ArticleChangeConnection?: ArticleChangeConnectionResolvers<ContextType>;
  ArticleChangeEdge?: ArticleChangeEdgeResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  ArticlePayload?: ArticlePayloadResolvers<ContextType>;
  ArticleSearchConnection?: ArticleSearchConnectionResolvers<ContextType>;
  ArticleSearchEdge?: ArticleSearchEdgeResolvers<ContextType>;
  ArticleSource?: ArticleSourceResolvers<ContextType>;
  BodyElement?: BodyElementResolvers<ContextType>;
  Byline?: BylineResolvers<ContextType>;
  Contributor?: ContributorResolvers<ContextType>;
  ContributorPayload?: ContributorPayloadResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EmbedElement?: EmbedElementResolvers<ContextType>;
  FigureElement?: FigureElementResolvers<ContextType>;
  Front?: FrontResolvers<ContextType>;
  FrontContainer?: FrontContainerResolvers<ContextType>;
  FrontPayload?: FrontPayloadResolvers<ContextType>;
  HeadingElement?: HeadingElementResolvers<ContextType>;
  Html?: GraphQLScalarType;
  Image?: ImageResolvers<ContextType>;
  ImportFailure?: ImportFailureResolvers<ContextType>;
  ImportFailureConnection?: ImportFailureConnectionResolvers<ContextType>;
  ImportFailureEdge?: ImportFailureEdgeResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  ListElement?: ListElementResolvers<ContextType>;
  LiveEntryElement?: LiveEntryElementResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParagraphElement?: ParagraphElementResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuoteElement?: QuoteElementResolvers<ContextType>;
  RelatedElement?: RelatedElementResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  RevisionChange?: RevisionChangeResolvers<ContextType>;
  RevisionConnection?: RevisionConnectionResolvers<ContextType>;
  RevisionEdge?: RevisionEdgeResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  SectionPayload?: SectionPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TableElement?: TableElementResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  TopicConnection?: TopicConnectionResolvers<ContextType>;
  TopicEdge?: TopicEdgeResolvers<ContextType>;
  TopicPayload?: TopicPayloadResolvers<ContextType>;
  TranslationsPayload?: TranslationsPayloadResolvers<ContextType>;
  Url?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
  WantedPicture?: WantedPictureResolvers<ContextType>;
  WantedPictureConnection?: WantedPictureConnectionResolvers<ContextType>;
  WantedPictureEdge?: WantedPictureEdgeResolvers<ContextType>;
  Withdrawal?: WithdrawalResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
