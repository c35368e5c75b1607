export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
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
  /** Null when comments are down: the article is served all the same. */
  readonly thread?: Maybe<Thread>;
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

/** The line that says whose picture it is. */
export type Attribution = {
  readonly __typename?: 'Attribution';
  /** The line's direction. */
  readonly direction: TextDirection;
  /** 'Photo', in the reader's language. */
  readonly label: Scalars['String']['output'];
  /** Whose it is, in the reader's language where its name is known there. */
  readonly name: Scalars['String']['output'];
  /** Both, as a line: 'Photo: Reuters'. */
  readonly text: Scalars['String']['output'];
};

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

/** What a reader said. */
export type Comment = {
  readonly __typename?: 'Comment';
  /** From the top of the thread down to its parent. */
  readonly ancestors: ReadonlyArray<Comment>;
  /** What it was said about. */
  readonly article: Article;
  /** Who said it; null on a tombstone. */
  readonly author?: Maybe<Commenter>;
  /** Paragraphs and links; empty on a tombstone. */
  readonly bodyHtml: Scalars['Html']['output'];
  /** As it was written; empty on a tombstone. */
  readonly bodyText: Scalars['String']['output'];
  /** When it was said. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** It was taken back; what others answered stands. */
  readonly deleted: Scalars['Boolean']['output'];
  /** 0 at the top level. */
  readonly depth: Scalars['Int']['output'];
  /** Of the text, by its first strong character. */
  readonly direction: TextDirection;
  /** Until when its author may change it; null once that is over, and for others. */
  readonly editableUntil?: Maybe<Scalars['DateTime']['output']>;
  /** When it was last changed by its author. */
  readonly editedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** 1 for the article's first comment: the number readers quote. */
  readonly number: Scalars['Int']['output'];
  /** What it answers. */
  readonly parent?: Maybe<Comment>;
  /** Where it stands on the reader site. */
  readonly permalink: Scalars['Url']['output'];
  /** Direct replies. first is at most 100. */
  readonly replies: CommentConnection;
  /** Direct replies, tombstones with replies of their own included. */
  readonly replyCount: Scalars['Int']['output'];
  /** Where it stands. */
  readonly status: CommentStatus;
};


/** What a reader said. */
export type CommentRepliesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CommentSort>;
};

/** Something that happened in a conversation. What is told is as it stands now: a comment may have been changed again since. */
export type CommentActivity = CommentEdited | CommentPosted | CommentRemoved;

/** A page of comments (Relay Cursor Connections). */
export type CommentConnection = {
  readonly __typename?: 'CommentConnection';
  /** The comments with their cursors. */
  readonly edges: ReadonlyArray<CommentEdge>;
  /** The comments alone. */
  readonly nodes: ReadonlyArray<Comment>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** How many comments readers see under an article. */
export type CommentCount = {
  readonly __typename?: 'CommentCount';
  /** The article. */
  readonly articleId: Scalars['ID']['output'];
  /** Tombstones are not counted. */
  readonly count: Scalars['Int']['output'];
};

/** What a viewer has begun to write. Nobody else sees it. */
export type CommentDraft = {
  readonly __typename?: 'CommentDraft';
  /** What it is about. */
  readonly articleId: Scalars['ID']['output'];
  /** As typed. */
  readonly body: Scalars['String']['output'];
  /** Stable while it stands. */
  readonly id: Scalars['ID']['output'];
  /** The comment that it answers; null at the top level. */
  readonly parentId?: Maybe<Scalars['ID']['output']>;
  /** When it was last saved. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** Grows by one with each save. */
  readonly version: Scalars['Int']['output'];
};

/** A draft to be saved. */
export type CommentDraftInput = {
  readonly articleId: Scalars['ID']['input'];
  /** At most 5000 characters. */
  readonly body: Scalars['String']['input'];
  /** The language of the warning; en by default. */
  readonly locale?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** The comment that it answers; null at the top level. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Yes, the draft that stands in its way may go. */
  readonly replaceCurrent?: Scalars['Boolean']['input'];
  /** The version this one goes on from; without it, this is the beginning of another comment. */
  readonly version?: InputMaybe<Scalars['Int']['input']>;
};

/** What became of a draft. */
export type CommentDraftPayload = {
  readonly __typename?: 'CommentDraftPayload';
  /** The draft as it stands now; with DRAFT_WOULD_BE_LOST the one that would be lost. */
  readonly draft?: Maybe<CommentDraft>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A comment in a list. */
export type CommentEdge = {
  readonly __typename?: 'CommentEdge';
  /** Opaque; good for after in the same order. */
  readonly cursor: Scalars['String']['output'];
  /** The comment. */
  readonly node: Comment;
};

/** A comment with other words than before. */
export type CommentEdited = {
  readonly __typename?: 'CommentEdited';
  /** The comment. */
  readonly comment: Comment;
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
};

/** What became of a change. */
export type CommentPayload = {
  readonly __typename?: 'CommentPayload';
  /** The comment as it stands now. */
  readonly comment?: Maybe<Comment>;
  /** With RATE_LIMITED: seconds to wait. */
  readonly retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A comment that readers see now. */
export type CommentPosted = {
  readonly __typename?: 'CommentPosted';
  /** The comment. */
  readonly comment: Comment;
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
};

/** A comment that readers do not see any more. */
export type CommentRemoved = {
  readonly __typename?: 'CommentRemoved';
  /** Which. */
  readonly commentId: Scalars['ID']['output'];
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** Its place in the thread, without words and author. Null when there is none. */
  readonly tombstone?: Maybe<Comment>;
};

/** In what order comments stand. */
export type CommentSort =
  /** Latest first. */
  | 'NEWEST'
  /** As they were said. */
  | 'OLDEST';

/** Where a comment stands. */
export type CommentStatus =
  /** Readers see it, and a moderator has read it. */
  | 'APPROVED'
  /** Taken back. */
  | 'DELETED'
  /** Waits for a moderator. */
  | 'PENDING'
  /** Readers see it. */
  | 'PUBLISHED'
  /** A moderator refused it. */
  | 'REJECTED'
  /** The system holds it back. */
  | 'WITHHELD';

/** Somebody who takes part in conversations. */
export type Commenter = {
  readonly __typename?: 'Commenter';
  /** As others see them. */
  readonly displayName: Scalars['String']['output'];
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** When they first took part. */
  readonly joinedAt: Scalars['DateTime']['output'];
  /** Reader, or of the house. */
  readonly role: CommenterRole;
};

/** What a commenter is to the house. */
export type CommenterRole =
  /** Moderates conversations. */
  | 'MODERATOR'
  /** A reader. */
  | 'READER'
  /** Works for the newsroom. */
  | 'STAFF';

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
  readonly body?: ReadonlyArray<BodyElementInput>;
  readonly bylines?: ReadonlyArray<BylineInput>;
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
  readonly timeZone?: Scalars['String']['input'];
  readonly topicSlugs?: ReadonlyArray<Scalars['String']['input']>;
  /** 1 (flash) to 8. */
  readonly urgency?: Scalars['Int']['input'];
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** What will be uploaded. */
export type CreateUploadInput = {
  /** Exactly how many bytes will come. */
  readonly byteSize: Scalars['Int']['input'];
  /** For people only. */
  readonly fileName?: InputMaybe<Scalars['String']['input']>;
  /** image/jpeg, image/png, image/webp, image/avif or image/tiff; what the bytes are is looked at again. */
  readonly mimeType: Scalars['String']['input'];
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
  readonly role?: FigureRole;
};

/** Where a figure stands. */
export type FigureRole =
  /** In a gallery. */
  | 'GALLERY'
  /** In the story. */
  | 'INLINE'
  /** Above the story. */
  | 'LEAD';

/** How a picture fits a box of another shape. */
export type Fit =
  /** Stands whole in the box. */
  | 'CONTAIN'
  /** Fills the box; what stands over is cut off, away from the focal point. */
  | 'COVER';

/** A point in a picture, from its top left corner: 0 to 1 each way. */
export type FocalPoint = {
  readonly __typename?: 'FocalPoint';
  /** Across. */
  readonly x: Scalars['Float']['output'];
  /** Down. */
  readonly y: Scalars['Float']['output'];
};

/** A point in a picture, from its top left corner: 0 to 1 each way. */
export type FocalPointInput = {
  readonly x: Scalars['Float']['input'];
  readonly y: Scalars['Float']['input'];
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
  readonly level?: Scalars['Int']['input'];
  readonly text: Scalars['String']['input'];
};

/** A picture, owned by media. */
export type Image = {
  readonly __typename?: 'Image';
  /** What it shows, for who cannot see it. */
  readonly altText?: Maybe<Scalars['String']['output']>;
  /** The credit as a line in the reader's language: 'Photo: Reuters', 'צילום: רויטרס', with its direction. Null without a credit. */
  readonly attribution?: Maybe<Attribution>;
  /** Of the original. */
  readonly byteSize: Scalars['Int']['output'];
  /** What it shows, for everybody. */
  readonly caption?: Maybe<Scalars['String']['output']>;
  /** When it was taken. */
  readonly capturedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who holds the copyright. */
  readonly copyrightNotice?: Maybe<Scalars['String']['output']>;
  /** When it came in. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it. */
  readonly creator?: Maybe<Scalars['String']['output']>;
  /** As the supplier writes it: 'Reuters'. */
  readonly credit?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the original bytes, hexadecimal. */
  readonly digest: Scalars['String']['output'];
  /** The average colour, as #rrggbb. */
  readonly dominantColour?: Maybe<Scalars['String']['output']>;
  /** The point that a crop keeps, as fractions of width and height. */
  readonly focalPoint: FocalPoint;
  /** Pixels down, as shown. */
  readonly height: Scalars['Int']['output'];
  /** Stable for ever. */
  readonly id: Scalars['ID']['output'];
  /** Words to find it by. */
  readonly keywords: ReadonlyArray<Scalars['String']['output']>;
  /** Never the coordinates: city and country at most. */
  readonly location?: Maybe<Scalars['String']['output']>;
  /** Of the original: image/jpeg. */
  readonly mimeType: Scalars['String']['output'];
  /** A data: URL of at most 1 kB (ThumbHash), to paint before the picture comes. */
  readonly placeholder?: Maybe<Scalars['String']['output']>;
  /** One picture file, never upscaled. aspectRatio as '16:9'. AUTO gives the type that every browser of today reads well: WebP. */
  readonly rendition?: Maybe<Rendition>;
  /** Who supplied it. */
  readonly source?: Maybe<Scalars['String']['output']>;
  /** A ready srcset for the widths, never upscaled. */
  readonly srcset?: Maybe<Scalars['String']['output']>;
  /** When its words were last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
  /** What others may do with it. */
  readonly usageTerms?: Maybe<Scalars['String']['output']>;
  /** Pixels across, as shown (after EXIF orientation). */
  readonly width: Scalars['Int']['output'];
};


/** A picture, owned by media. */
export type ImageAttributionArgs = {
  locale?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/** A picture, owned by media. */
export type ImageRenditionArgs = {
  aspectRatio?: InputMaybe<Scalars['String']['input']>;
  fit?: InputMaybe<Fit>;
  format?: InputMaybe<ImageFormat>;
  height?: InputMaybe<Scalars['Int']['input']>;
  quality?: InputMaybe<Scalars['Int']['input']>;
  width?: InputMaybe<Scalars['Int']['input']>;
};


/** A picture, owned by media. */
export type ImageSrcsetArgs = {
  aspectRatio?: InputMaybe<Scalars['String']['input']>;
  format?: InputMaybe<ImageFormat>;
  widths?: ReadonlyArray<Scalars['Int']['input']>;
};

/** A page of pictures (Relay Cursor Connections). */
export type ImageConnection = {
  readonly __typename?: 'ImageConnection';
  /** The pictures with their cursors. */
  readonly edges: ReadonlyArray<ImageEdge>;
  /** The pictures alone. */
  readonly nodes: ReadonlyArray<Image>;
  /** Where the page begins and ends. */
  readonly pageInfo: PageInfo;
};

/** A picture in a list. */
export type ImageEdge = {
  readonly __typename?: 'ImageEdge';
  /** Opaque; good for after. */
  readonly cursor: Scalars['String']['output'];
  /** The picture. */
  readonly node: Image;
};

/** File formats of a rendition. */
export type ImageFormat =
  /** The best that every browser of today reads: WebP. */
  | 'AUTO'
  /** Smallest, slowest to make. */
  | 'AVIF'
  /** Read everywhere. */
  | 'JPEG'
  /** Without loss. */
  | 'PNG'
  /** Small. */
  | 'WEBP';

/** What became of a change. */
export type ImagePayload = {
  readonly __typename?: 'ImagePayload';
  /** The picture as it stands now. */
  readonly image?: Maybe<Image>;
  /** What has to be mended; then nothing was changed. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An article from outside, whole: what is not given is empty. */
export type ImportArticleInput = {
  readonly body: ReadonlyArray<BodyElementInput>;
  readonly bylines?: ReadonlyArray<BylineInput>;
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
  readonly publish?: Scalars['Boolean']['input'];
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
  readonly timeZone?: Scalars['String']['input'];
  readonly topicSlugs?: ReadonlyArray<Scalars['String']['input']>;
  /** 1 (flash) to 8. */
  readonly urgency?: Scalars['Int']['input'];
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
  readonly ordered?: Scalars['Boolean']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Step 2: the bytes are there. Sniffs, decodes, reads metadata, makes the placeholder. Idempotent: the same bytes (SHA-256) are one picture. Editors only. */
  readonly completeUpload: ImagePayload;
  /** Makes a draft. Editors only. */
  readonly createArticle: ArticlePayload;
  /** Step 1 of an upload: where to PUT the bytes (a signed URL of this service), until when, and the size allowed. Editors only. */
  readonly createUpload: UploadTicket;
  /** By its author or a moderator. Replies stay; a tombstone keeps the thread's shape. Code: NOT_YOURS. */
  readonly deleteComment: CommentPayload;
  /** Throws a draft away. One that is gone already is no error. */
  readonly discardCommentDraft: CommentDraftPayload;
  /** By its author, while editableUntil has not come. Codes: NOT_YOURS, EDIT_WINDOW_OVER, TOO_LONG, EMPTY. */
  readonly editComment: CommentPayload;
  /** Creates or updates from outside. Idempotent on (source, sourceId): the wire sends the same item many times. Editors only. */
  readonly importArticle: ArticlePayload;
  /** Adds a comment, or a reply. The draft it was written in goes. Codes: THREAD_CLOSED, TOO_LONG, EMPTY, REPEAT_POST, RATE_LIMITED, PARENT_GONE, ARTICLE_UNKNOWN. */
  readonly postComment: CommentPayload;
  /** Publishes a draft now. Publishing what is published already changes nothing. Editors only. */
  readonly publishArticle: ArticlePayload;
  /**
   * One draft per viewer, article and reply target, saved as the reader types. Beginning another one while a draft that would
   * be lost stands answers userErrors code DRAFT_WOULD_BE_LOST ('This will delete your current comment', in the reader's
   * language) and changes nothing, unless replaceCurrent is true.
   */
  readonly saveCommentDraft: CommentDraftPayload;
  /** Changes what the input names. expectedRevision makes lost updates impossible: a stale one answers userErrors code REVISION_CONFLICT and changes nothing. Editors only. */
  readonly updateArticle: ArticlePayload;
  /** Changes what the input names. A field that is not given stays; null empties it. Editors only. */
  readonly updateImage: ImagePayload;
};


export type MutationCompleteUploadArgs = {
  uploadId: Scalars['ID']['input'];
};


export type MutationCreateArticleArgs = {
  input: CreateArticleInput;
};


export type MutationCreateUploadArgs = {
  input: CreateUploadInput;
};


export type MutationDeleteCommentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDiscardCommentDraftArgs = {
  id: Scalars['ID']['input'];
};


export type MutationEditCommentArgs = {
  body: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};


export type MutationImportArticleArgs = {
  input: ImportArticleInput;
};


export type MutationPostCommentArgs = {
  input: PostCommentInput;
};


export type MutationPublishArticleArgs = {
  id: Scalars['ID']['input'];
};


export type MutationSaveCommentDraftArgs = {
  input: CommentDraftInput;
};


export type MutationUpdateArticleArgs = {
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  input: UpdateArticleInput;
};


export type MutationUpdateImageArgs = {
  id: Scalars['ID']['input'];
  input: UpdateImageInput;
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

/** A comment to be posted. */
export type PostCommentInput = {
  readonly articleId: Scalars['ID']['input'];
  /** Plain text, 1 to 5000 characters; an empty line parts paragraphs. */
  readonly body: Scalars['String']['input'];
  /** The comment that it answers; null at the top level. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** One article. Give exactly one of id, slug, url. An old slug finds its article too; see canonicalUrl. A reader sees published articles, an editor all. */
  readonly article?: Maybe<Article>;
  /** Articles, newest first unless ordered otherwise. first or last is at most 100; 20 by default. */
  readonly articles: ArticleConnection;
  /** A comment by id; null where there is none. */
  readonly comment?: Maybe<Comment>;
  /** Counts for a page of teasers: one SQL statement for up to 100 articles, in the order asked. */
  readonly commentCounts: ReadonlyArray<CommentCount>;
  /** A contributor by slug; null where there is none. */
  readonly contributor?: Maybe<Contributor>;
  /** A picture by id; null where there is none. */
  readonly image?: Maybe<Image>;
  /** Pictures, newest first. match searches caption, credit and keywords. first is at most 100; 20 by default. */
  readonly images: ImageConnection;
  /** A section by its slug; null where there is none. */
  readonly section?: Maybe<Section>;
  /** All sections, in the order in which the newsroom shows them. */
  readonly sections: ReadonlyArray<Section>;
  /** A topic by its slug; null where there is none. */
  readonly topic?: Maybe<Topic>;
  /** Who is asking, as a commenter; null when signed out. */
  readonly viewer?: Maybe<Commenter>;
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


export type QueryCommentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCommentCountsArgs = {
  articleIds: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryContributorArgs = {
  slug: Scalars['String']['input'];
};


export type QueryImageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryImagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  match?: InputMaybe<Scalars['String']['input']>;
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
  readonly pull?: Scalars['Boolean']['input'];
};

/** One picture file, ready to be fetched. Its URL is signed, and what stands behind it never changes. */
export type Rendition = {
  readonly __typename?: 'Rendition';
  /** Pixels down. */
  readonly height: Scalars['Int']['output'];
  /** image/avif, image/webp, image/jpeg or image/png. */
  readonly mimeType: Scalars['String']['output'];
  /** Where it is. */
  readonly url: Scalars['Url']['output'];
  /** Pixels across. */
  readonly width: Scalars['Int']['output'];
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
  /**
   * What happens in one article's conversation, in its order. With after, a cursor of an activity or of Thread.activityCursor,
   * it begins with what happened since, nothing left out and nothing twice. A cursor from which more than 500 things happened,
   * or that is not known any more, answers CURSOR_TOO_OLD: ask for the thread anew. It ends when it cannot go on without a gap:
   * subscribe again with the last cursor.
   */
  readonly commentActivity: CommentActivity;
};


export type SubscriptionArticlePublishedArgs = {
  filter?: InputMaybe<ArticleFilter>;
};


export type SubscriptionArticleUpdatedArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionCommentActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  articleId: Scalars['ID']['input'];
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

/** The conversation under one article. */
export type Thread = {
  readonly __typename?: 'Thread';
  /** Where commentActivity goes on from this answer: all that happened before is in it. Null for a moment after a start. */
  readonly activityCursor?: Maybe<Scalars['String']['output']>;
  /** Why it is in that state: OPEN, ARTICLE_WITHDRAWN … */
  readonly because: Scalars['String']['output'];
  /** Comments that readers see; tombstones are not counted. */
  readonly commentCount: Scalars['Int']['output'];
  /** Comments at the top level. first is at most 100. */
  readonly comments: CommentConnection;
  /** May readers write? */
  readonly state: ThreadState;
  /** What the viewer has begun to write: under the article, or as a reply to a comment. Null when signed out. */
  readonly viewerDraft?: Maybe<CommentDraft>;
  /** All that the viewer has begun to write under this article. Empty when signed out. */
  readonly viewerDrafts: ReadonlyArray<CommentDraft>;
};


/** The conversation under one article. */
export type ThreadCommentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<CommentSort>;
};


/** The conversation under one article. */
export type ThreadViewerDraftArgs = {
  parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** May readers write in a thread? */
export type ThreadState =
  /** No; what was said stays. */
  | 'CLOSED'
  /** There is no conversation. */
  | 'DISABLED'
  /** Yes. */
  | 'OPEN'
  /** Yes, and a moderator reads first. */
  | 'PREMODERATED';

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

/** Words of a picture to be changed. */
export type UpdateImageInput = {
  readonly altText?: InputMaybe<Scalars['String']['input']>;
  readonly caption?: InputMaybe<Scalars['String']['input']>;
  readonly copyrightNotice?: InputMaybe<Scalars['String']['input']>;
  readonly creator?: InputMaybe<Scalars['String']['input']>;
  readonly credit?: InputMaybe<Scalars['String']['input']>;
  /** From the top left corner, 0 to 1 each way. */
  readonly focalPoint?: InputMaybe<FocalPointInput>;
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly source?: InputMaybe<Scalars['String']['input']>;
  readonly usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** Where to PUT the bytes. */
export type UploadTicket = {
  readonly __typename?: 'UploadTicket';
  /** After this the URL is refused. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** More is refused. */
  readonly maxBytes?: Maybe<Scalars['Int']['output']>;
  /** For completeUpload; null when there are userErrors. */
  readonly uploadId?: Maybe<Scalars['ID']['output']>;
  /** PUT the bytes here, with the content type that was named. */
  readonly url?: Maybe<Scalars['Url']['output']>;
  /** What has to be mended. */
  readonly userErrors: ReadonlyArray<UserError>;
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
