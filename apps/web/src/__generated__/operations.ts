// Generated from the .graphql files by `npm run codegen`. Edit those.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocument as DocumentNode } from '@dateline/client/typed-document';
import { gql } from '@dateline/client/typed-document';
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

/** A draft to be saved. */
export type CommentDraftInput = {
  readonly articleId: string;
  /** At most 5000 characters. */
  readonly body: string;
  /** The language of the warning; en by default. */
  readonly locale?: string | null | undefined;
  /** The comment that it answers; null at the top level. */
  readonly parentId?: string | null | undefined;
  /** Yes, the draft that stands in its way may go. */
  readonly replaceCurrent?: boolean;
  /** The version this one goes on from; without it, this is the beginning of another comment. */
  readonly version?: number | null | undefined;
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

/** What a commenter is to the house. */
export type CommenterRole =
  /** Moderates conversations. */
  | 'MODERATOR'
  /** A reader. */
  | 'READER'
  /** Works for the newsroom. */
  | 'STAFF';

/** Where a figure stands. */
export type FigureRole =
  /** In a gallery. */
  | 'GALLERY'
  /** In the story. */
  | 'INLINE'
  /** Above the story. */
  | 'LEAD';

/** A comment to be posted. */
export type PostCommentInput = {
  readonly articleId: string;
  /** Plain text, 1 to 5000 characters; an empty line parts paragraphs. */
  readonly body: string;
  /** The comment that it answers; null at the top level. */
  readonly parentId?: string | null | undefined;
};

/** The direction in which a text is read. */
export type TextDirection =
  /** Left to right, as English. */
  | 'LTR'
  /** Right to left, as Hebrew and Arabic. */
  | 'RTL';

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

export type ConversationQueryVariables = Exact<{
  id: string;
  sort: CommentSort;
  first: number;
  after?: string | null | undefined;
}>;


export type ConversationQuery = { readonly article: { readonly id: string, readonly thread: { readonly state: ThreadState, readonly commentCount: number, readonly activityCursor: string | null, readonly viewerDrafts: ReadonlyArray<{ readonly id: string, readonly body: string, readonly parentId: string | null, readonly version: number }>, readonly comments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null, readonly viewer: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null };

export type CommentBranchQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CommentBranchQuery = { readonly comment: { readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly ancestors: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly article: { readonly id: string, readonly slug: string, readonly thread: { readonly activityCursor: string | null } | null }, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null } | null };

export type CommentPlaceQueryVariables = Exact<{
  id: string;
}>;


export type CommentPlaceQuery = { readonly comment: { readonly number: number, readonly article: { readonly slug: string } } | null };

export type BranchFragment = { readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly replies: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null };

export type CommentWordsFragment = { readonly id: string, readonly number: number, readonly bodyHtml: string, readonly bodyText: string, readonly direction: TextDirection, readonly status: CommentStatus, readonly createdAt: string, readonly editedAt: string | null, readonly editableUntil: string | null, readonly deleted: boolean, readonly depth: number, readonly replyCount: number, readonly author: { readonly id: string, readonly displayName: string, readonly role: CommenterRole } | null };

export type DraftFragment = { readonly id: string, readonly body: string, readonly parentId: string | null, readonly version: number };

export type PostCommentMutationVariables = Exact<{
  input: PostCommentInput;
}>;


export type PostCommentMutation = { readonly postComment: { readonly retryAfterSeconds: number | null, readonly comment: { readonly id: string, readonly number: number, readonly status: CommentStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string }> } };

export type EditCommentMutationVariables = Exact<{
  id: string;
  body: string;
}>;


export type EditCommentMutation = { readonly editComment: { readonly comment: { readonly id: string, readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string }> } };

export type DeleteCommentMutationVariables = Exact<{
  id: string;
}>;


export type DeleteCommentMutation = { readonly deleteComment: { readonly comment: { readonly id: string, readonly number: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string }> } };

export type SaveCommentDraftMutationVariables = Exact<{
  input: CommentDraftInput;
}>;


export type SaveCommentDraftMutation = { readonly saveCommentDraft: { readonly draft: { readonly id: string, readonly body: string, readonly parentId: string | null, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string }> } };

export type DiscardCommentDraftMutationVariables = Exact<{
  id: string;
}>;


export type DiscardCommentDraftMutation = { readonly discardCommentDraft: { readonly draft: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string }> } };

export type RefusalFragment = { readonly code: string, readonly message: string };

export type ArticleAddressQueryVariables = Exact<{
  slug: string;
}>;


export type ArticleAddressQuery = { readonly article: { readonly id: string, readonly slug: string, readonly language: string, readonly canonicalUrl: string } | null };

export type ArticlePageQueryVariables = Exact<{
  id: string;
  locale: string;
}>;


export type ArticlePageQuery = { readonly article: { readonly id: string, readonly slug: string, readonly canonicalUrl: string, readonly revision: number, readonly language: string, readonly direction: TextDirection, readonly kicker: string | null, readonly headline: string, readonly standfirst: string | null, readonly dateline: string | null, readonly status: ArticleStatus, readonly firstPublishedAt: string | null, readonly firstPublishedLine: string | null, readonly publishedAt: string | null, readonly updatedAt: string, readonly readingTimeMinutes: number, readonly copyrightNotice: string | null, readonly isAccessibleForFree: boolean, readonly jsonLd: string, readonly section: { readonly slug: string, readonly title: string, readonly language: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string, readonly role: string | null, readonly contributor: { readonly id: string, readonly slug: string } | null }>, readonly leadFigure: { readonly id: string, readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly width: number, readonly height: number, readonly placeholder: string | null, readonly dominantColour: string | null, readonly credit: string | null, readonly avif: string | null, readonly webp: string | null, readonly attribution: { readonly text: string, readonly direction: TextDirection } | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly withdrawal: { readonly reason: string, readonly withdrawnAt: string } | null, readonly body: ReadonlyArray<
      | { readonly __typename: 'EmbedElement', readonly provider: string, readonly title: string | null, readonly url: string, readonly id: string }
      | { readonly __typename: 'FigureElement', readonly id: string, readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly width: number, readonly height: number, readonly placeholder: string | null, readonly dominantColour: string | null, readonly credit: string | null, readonly avif: string | null, readonly webp: string | null, readonly attribution: { readonly text: string, readonly direction: TextDirection } | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null }
      | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string, readonly id: string }
      | { readonly __typename: 'ListElement', readonly items: ReadonlyArray<string>, readonly ordered: boolean, readonly id: string }
      | { readonly __typename: 'LiveEntryElement', readonly headline: string | null, readonly publishedAt: string, readonly id: string, readonly body: ReadonlyArray<
          | { readonly __typename: 'EmbedElement', readonly provider: string, readonly title: string | null, readonly url: string, readonly id: string }
          | { readonly __typename: 'FigureElement', readonly id: string, readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly width: number, readonly height: number, readonly placeholder: string | null, readonly dominantColour: string | null, readonly credit: string | null, readonly avif: string | null, readonly webp: string | null, readonly attribution: { readonly text: string, readonly direction: TextDirection } | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null }
          | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string, readonly id: string }
          | { readonly __typename: 'ListElement', readonly items: ReadonlyArray<string>, readonly ordered: boolean, readonly id: string }
          | { readonly __typename: 'LiveEntryElement', readonly id: string }
          | { readonly __typename: 'ParagraphElement', readonly html: string, readonly direction: TextDirection, readonly id: string }
          | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean, readonly id: string }
          | { readonly __typename: 'RelatedElement', readonly id: string, readonly article: { readonly id: string, readonly slug: string, readonly headline: string, readonly language: string, readonly direction: TextDirection } }
          | { readonly __typename: 'TableElement', readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>>, readonly id: string, readonly tableCaption: string | null }
        > }
      | { readonly __typename: 'ParagraphElement', readonly html: string, readonly direction: TextDirection, readonly id: string }
      | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean, readonly id: string }
      | { readonly __typename: 'RelatedElement', readonly id: string, readonly article: { readonly id: string, readonly slug: string, readonly headline: string, readonly language: string, readonly direction: TextDirection } }
      | { readonly __typename: 'TableElement', readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>>, readonly id: string, readonly tableCaption: string | null }
    >, readonly corrections: ReadonlyArray<{ readonly note: string, readonly publishedAt: string }>, readonly topics: ReadonlyArray<{ readonly slug: string, readonly title: string }>, readonly translations: ReadonlyArray<{ readonly id: string, readonly canonicalUrl: string, readonly language: string, readonly direction: TextDirection, readonly headline: string }> } | null, readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }> };

type PlainElement_EmbedElement_Fragment = { readonly __typename: 'EmbedElement', readonly provider: string, readonly title: string | null, readonly url: string, readonly id: string };

type PlainElement_FigureElement_Fragment = { readonly __typename: 'FigureElement', readonly id: string, readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly width: number, readonly height: number, readonly placeholder: string | null, readonly dominantColour: string | null, readonly credit: string | null, readonly avif: string | null, readonly webp: string | null, readonly attribution: { readonly text: string, readonly direction: TextDirection } | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null };

type PlainElement_HeadingElement_Fragment = { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string, readonly id: string };

type PlainElement_ListElement_Fragment = { readonly __typename: 'ListElement', readonly items: ReadonlyArray<string>, readonly ordered: boolean, readonly id: string };

type PlainElement_LiveEntryElement_Fragment = { readonly __typename: 'LiveEntryElement', readonly id: string };

type PlainElement_ParagraphElement_Fragment = { readonly __typename: 'ParagraphElement', readonly html: string, readonly direction: TextDirection, readonly id: string };

type PlainElement_QuoteElement_Fragment = { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean, readonly id: string };

type PlainElement_RelatedElement_Fragment = { readonly __typename: 'RelatedElement', readonly id: string, readonly article: { readonly id: string, readonly slug: string, readonly headline: string, readonly language: string, readonly direction: TextDirection } };

type PlainElement_TableElement_Fragment = { readonly __typename: 'TableElement', readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>>, readonly id: string, readonly tableCaption: string | null };

export type PlainElementFragment =
  | PlainElement_EmbedElement_Fragment
  | PlainElement_FigureElement_Fragment
  | PlainElement_HeadingElement_Fragment
  | PlainElement_ListElement_Fragment
  | PlainElement_LiveEntryElement_Fragment
  | PlainElement_ParagraphElement_Fragment
  | PlainElement_QuoteElement_Fragment
  | PlainElement_RelatedElement_Fragment
  | PlainElement_TableElement_Fragment
;

export type FigureFragment = { readonly id: string, readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly width: number, readonly height: number, readonly placeholder: string | null, readonly dominantColour: string | null, readonly credit: string | null, readonly avif: string | null, readonly webp: string | null, readonly attribution: { readonly text: string, readonly direction: TextDirection } | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null };

export type ContributorPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ContributorPageQuery = { readonly contributor: { readonly id: string, readonly slug: string, readonly name: string, readonly jobTitle: string | null, readonly bio: string | null, readonly portrait: { readonly id: string, readonly altText: string | null, readonly credit: string | null, readonly placeholder: string | null, readonly dominantColour: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null, readonly newest: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly language: string }> }, readonly articles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly headline: string, readonly kicker: string | null, readonly standfirst: string | null, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly urgency: number, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly leadFigure: { readonly id: string, readonly altText: string | null, readonly image: { readonly placeholder: string | null, readonly dominantColour: string | null, readonly srcset: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly thread: { readonly commentCount: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null, readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }> };

export type FrontPageQueryVariables = Exact<{
  language: string;
  first: number;
}>;


export type FrontPageQuery = { readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }>, readonly articles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly headline: string, readonly kicker: string | null, readonly standfirst: string | null, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly urgency: number, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly leadFigure: { readonly id: string, readonly altText: string | null, readonly image: { readonly placeholder: string | null, readonly dominantColour: string | null, readonly srcset: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly thread: { readonly commentCount: number } | null }> } };

export type SectionPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SectionPageQuery = { readonly section: { readonly slug: string, readonly title: string, readonly language: string, readonly articles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly headline: string, readonly kicker: string | null, readonly standfirst: string | null, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly urgency: number, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly leadFigure: { readonly id: string, readonly altText: string | null, readonly image: { readonly placeholder: string | null, readonly dominantColour: string | null, readonly srcset: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly thread: { readonly commentCount: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null, readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }> };

export type InNavFragment = { readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null };

export type IsTheGraphThereQueryVariables = Exact<{ [key: string]: never; }>;


export type IsTheGraphThereQuery = { readonly __typename: 'Query' };

export type SearchPageQueryVariables = Exact<{
  text: string;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchPageQuery = { readonly searchArticles: { readonly totalCount: number, readonly isCorrected: boolean, readonly edges: ReadonlyArray<{ readonly headlineHtml: string, readonly snippet: string, readonly node: { readonly id: string, readonly slug: string, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }> };

export type SearchNavQueryVariables = Exact<{ [key: string]: never; }>;


export type SearchNavQuery = { readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }> };

export type TeaserFragment = { readonly id: string, readonly slug: string, readonly headline: string, readonly kicker: string | null, readonly standfirst: string | null, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly urgency: number, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly leadFigure: { readonly id: string, readonly altText: string | null, readonly image: { readonly placeholder: string | null, readonly dominantColour: string | null, readonly srcset: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly thread: { readonly commentCount: number } | null };

export type StoryPageFragment = { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly headline: string, readonly kicker: string | null, readonly standfirst: string | null, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly urgency: number, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly leadFigure: { readonly id: string, readonly altText: string | null, readonly image: { readonly placeholder: string | null, readonly dominantColour: string | null, readonly srcset: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly thread: { readonly commentCount: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } };

export type TopicPageQueryVariables = Exact<{
  slug: string;
  first: number;
  after?: string | null | undefined;
}>;


export type TopicPageQuery = { readonly topic: { readonly id: string, readonly slug: string, readonly title: string, readonly kind: TopicKind, readonly newest: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly language: string }> }, readonly articles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly headline: string, readonly kicker: string | null, readonly standfirst: string | null, readonly language: string, readonly direction: TextDirection, readonly firstPublishedAt: string | null, readonly urgency: number, readonly section: { readonly slug: string, readonly title: string } | null, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly leadFigure: { readonly id: string, readonly altText: string | null, readonly image: { readonly placeholder: string | null, readonly dominantColour: string | null, readonly srcset: string | null, readonly rendition: { readonly url: string, readonly width: number, readonly height: number } | null } | null } | null, readonly thread: { readonly commentCount: number } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null, readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string, readonly parent: { readonly slug: string } | null }> };

export const CommentWordsFragmentDoc = /*#__PURE__*/ gql`
    fragment CommentWords on Comment {
  id
  number
  bodyHtml
  bodyText
  direction
  status
  createdAt
  editedAt
  editableUntil
  deleted
  depth
  replyCount
  author {
    id
    displayName
    role
  }
}
    ` as unknown as DocumentNode<CommentWordsFragment, unknown>;
export const BranchFragmentDoc = /*#__PURE__*/ gql`
    fragment Branch on Comment {
  ...CommentWords
  replies(first: 10) {
    nodes {
      ...CommentWords
      replies(first: 5) {
        nodes {
          ...CommentWords
        }
        pageInfo {
          hasNextPage
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    ` as unknown as DocumentNode<BranchFragment, unknown>;
export const DraftFragmentDoc = /*#__PURE__*/ gql`
    fragment Draft on CommentDraft {
  id
  body
  parentId
  version
}
    ` as unknown as DocumentNode<DraftFragment, unknown>;
export const RefusalFragmentDoc = /*#__PURE__*/ gql`
    fragment Refusal on UserError {
  code
  message
}
    ` as unknown as DocumentNode<RefusalFragment, unknown>;
export const FigureFragmentDoc = /*#__PURE__*/ gql`
    fragment Figure on FigureElement {
  id
  role
  caption
  altText
  credit
  image {
    width
    height
    placeholder
    dominantColour
    credit
    attribution(locale: $locale) {
      text
      direction
    }
    rendition(width: 1280, format: JPEG) {
      url
      width
      height
    }
    avif: srcset(format: AVIF, widths: [480, 800, 1280, 1600])
    webp: srcset(format: WEBP, widths: [480, 800, 1280, 1600])
  }
}
    ` as unknown as DocumentNode<FigureFragment, unknown>;
export const PlainElementFragmentDoc = /*#__PURE__*/ gql`
    fragment PlainElement on BodyElement {
  __typename
  id
  ... on ParagraphElement {
    html
    direction
  }
  ... on HeadingElement {
    level
    text
  }
  ... on ListElement {
    items
    ordered
  }
  ... on QuoteElement {
    html
    attribution
    pull
  }
  ... on FigureElement {
    ...Figure
  }
  ... on EmbedElement {
    provider
    title
    url
  }
  ... on TableElement {
    tableCaption: caption
    head
    rows
  }
  ... on RelatedElement {
    article {
      id
      slug
      headline
      language
      direction
    }
  }
}
    ` as unknown as DocumentNode<PlainElementFragment, unknown>;
export const InNavFragmentDoc = /*#__PURE__*/ gql`
    fragment InNav on Section {
  slug
  title
  language
  parent {
    slug
  }
}
    ` as unknown as DocumentNode<InNavFragment, unknown>;
export const TeaserFragmentDoc = /*#__PURE__*/ gql`
    fragment Teaser on Article {
  id
  slug
  headline
  kicker
  standfirst
  language
  direction
  firstPublishedAt
  urgency
  section {
    slug
    title
  }
  bylines {
    name
  }
  leadFigure {
    id
    altText
    image {
      placeholder
      dominantColour
      rendition(width: 960, aspectRatio: "3:2", format: JPEG) {
        url
        width
        height
      }
      srcset(widths: [320, 480, 640, 960, 1280], aspectRatio: "3:2", format: WEBP)
    }
  }
  thread {
    commentCount
  }
}
    ` as unknown as DocumentNode<TeaserFragment, unknown>;
export const StoryPageFragmentDoc = /*#__PURE__*/ gql`
    fragment StoryPage on ArticleConnection {
  nodes {
    ...Teaser
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    ` as unknown as DocumentNode<StoryPageFragment, unknown>;
export const ConversationDocument = /*#__PURE__*/ gql`
    query Conversation($id: ID!, $sort: CommentSort!, $first: Int!, $after: String) {
  article(id: $id) {
    id
    thread {
      state
      commentCount
      activityCursor
      viewerDrafts {
        ...Draft
      }
      comments(first: $first, after: $after, sort: $sort) {
        nodes {
          ...Branch
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  viewer {
    id
    displayName
    role
  }
}
    ${DraftFragmentDoc}
${BranchFragmentDoc}
${CommentWordsFragmentDoc}` as unknown as DocumentNode<ConversationQuery, ConversationQueryVariables>;
export const CommentBranchDocument = /*#__PURE__*/ gql`
    query CommentBranch($id: ID!, $first: Int!, $after: String) {
  comment(id: $id) {
    ...CommentWords
    ancestors {
      ...CommentWords
    }
    article {
      id
      slug
      thread {
        activityCursor
      }
    }
    replies(first: $first, after: $after) {
      nodes {
        ...CommentWords
        replies(first: 10) {
          nodes {
            ...CommentWords
          }
          pageInfo {
            hasNextPage
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    ${CommentWordsFragmentDoc}` as unknown as DocumentNode<CommentBranchQuery, CommentBranchQueryVariables>;
export const CommentPlaceDocument = /*#__PURE__*/ gql`
    query CommentPlace($id: ID!) {
  comment(id: $id) {
    number
    article {
      slug
    }
  }
}
    ` as unknown as DocumentNode<CommentPlaceQuery, CommentPlaceQueryVariables>;
export const PostCommentDocument = /*#__PURE__*/ gql`
    mutation PostComment($input: PostCommentInput!) {
  postComment(input: $input) {
    comment {
      id
      number
      status
    }
    retryAfterSeconds
    userErrors {
      ...Refusal
    }
  }
}
    ${RefusalFragmentDoc}` as unknown as DocumentNode<PostCommentMutation, PostCommentMutationVariables>;
export const EditCommentDocument = /*#__PURE__*/ gql`
    mutation EditComment($id: ID!, $body: String!) {
  editComment(id: $id, body: $body) {
    comment {
      id
      number
    }
    userErrors {
      ...Refusal
    }
  }
}
    ${RefusalFragmentDoc}` as unknown as DocumentNode<EditCommentMutation, EditCommentMutationVariables>;
export const DeleteCommentDocument = /*#__PURE__*/ gql`
    mutation DeleteComment($id: ID!) {
  deleteComment(id: $id) {
    comment {
      id
      number
    }
    userErrors {
      ...Refusal
    }
  }
}
    ${RefusalFragmentDoc}` as unknown as DocumentNode<DeleteCommentMutation, DeleteCommentMutationVariables>;
export const SaveCommentDraftDocument = /*#__PURE__*/ gql`
    mutation SaveCommentDraft($input: CommentDraftInput!) {
  saveCommentDraft(input: $input) {
    draft {
      ...Draft
    }
    userErrors {
      ...Refusal
    }
  }
}
    ${DraftFragmentDoc}
${RefusalFragmentDoc}` as unknown as DocumentNode<SaveCommentDraftMutation, SaveCommentDraftMutationVariables>;
export const DiscardCommentDraftDocument = /*#__PURE__*/ gql`
    mutation DiscardCommentDraft($id: ID!) {
  discardCommentDraft(id: $id) {
    draft {
      id
    }
    userErrors {
      ...Refusal
    }
  }
}
    ${RefusalFragmentDoc}` as unknown as DocumentNode<DiscardCommentDraftMutation, DiscardCommentDraftMutationVariables>;
export const ArticleAddressDocument = /*#__PURE__*/ gql`
    query ArticleAddress($slug: String!) {
  article(slug: $slug) {
    id
    slug
    language
    canonicalUrl
  }
}
    ` as unknown as DocumentNode<ArticleAddressQuery, ArticleAddressQueryVariables>;
export const ArticlePageDocument = /*#__PURE__*/ gql`
    query ArticlePage($id: ID!, $locale: LanguageTag!) {
  article(id: $id) {
    id
    slug
    canonicalUrl
    revision
    language
    direction
    kicker
    headline
    standfirst
    dateline
    status
    firstPublishedAt
    firstPublishedLine(locale: $locale)
    publishedAt
    updatedAt
    readingTimeMinutes
    copyrightNotice
    isAccessibleForFree
    jsonLd
    section {
      slug
      title
      language
    }
    bylines {
      name
      role
      contributor {
        id
        slug
      }
    }
    leadFigure {
      ...Figure
    }
    withdrawal {
      reason
      withdrawnAt
    }
    body {
      ...PlainElement
      ... on LiveEntryElement {
        headline
        publishedAt
        body {
          ...PlainElement
        }
      }
    }
    corrections {
      note
      publishedAt
    }
    topics {
      slug
      title
    }
    translations {
      id
      canonicalUrl
      language
      direction
      headline
    }
  }
  sections {
    ...InNav
  }
}
    ${FigureFragmentDoc}
${PlainElementFragmentDoc}
${InNavFragmentDoc}` as unknown as DocumentNode<ArticlePageQuery, ArticlePageQueryVariables>;
export const ContributorPageDocument = /*#__PURE__*/ gql`
    query ContributorPage($slug: String!, $first: Int!, $after: String) {
  contributor(slug: $slug) {
    id
    slug
    name
    jobTitle
    bio
    portrait {
      id
      altText
      credit
      placeholder
      dominantColour
      rendition(width: 480, aspectRatio: "1:1", format: JPEG) {
        url
        width
        height
      }
    }
    newest: articles(first: 1) {
      nodes {
        id
        language
      }
    }
    articles(first: $first, after: $after) {
      ...StoryPage
    }
  }
  sections {
    ...InNav
  }
}
    ${StoryPageFragmentDoc}
${TeaserFragmentDoc}
${InNavFragmentDoc}` as unknown as DocumentNode<ContributorPageQuery, ContributorPageQueryVariables>;
export const FrontPageDocument = /*#__PURE__*/ gql`
    query FrontPage($language: LanguageTag!, $first: Int!) {
  sections {
    ...InNav
  }
  articles(first: $first, filter: {languages: [$language]}) {
    nodes {
      ...Teaser
    }
  }
}
    ${InNavFragmentDoc}
${TeaserFragmentDoc}` as unknown as DocumentNode<FrontPageQuery, FrontPageQueryVariables>;
export const SectionPageDocument = /*#__PURE__*/ gql`
    query SectionPage($slug: String!, $first: Int!, $after: String) {
  section(slug: $slug) {
    slug
    title
    language
    articles(first: $first, after: $after) {
      ...StoryPage
    }
  }
  sections {
    ...InNav
  }
}
    ${StoryPageFragmentDoc}
${TeaserFragmentDoc}
${InNavFragmentDoc}` as unknown as DocumentNode<SectionPageQuery, SectionPageQueryVariables>;
export const IsTheGraphThereDocument = /*#__PURE__*/ gql`
    query IsTheGraphThere {
  __typename
}
    ` as unknown as DocumentNode<IsTheGraphThereQuery, IsTheGraphThereQueryVariables>;
export const SearchPageDocument = /*#__PURE__*/ gql`
    query SearchPage($text: String!, $first: Int!, $after: String) {
  searchArticles(text: $text, first: $first, after: $after) {
    totalCount
    isCorrected
    edges {
      headlineHtml
      snippet
      node {
        id
        slug
        language
        direction
        firstPublishedAt
        section {
          slug
          title
        }
        bylines {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  sections {
    ...InNav
  }
}
    ${InNavFragmentDoc}` as unknown as DocumentNode<SearchPageQuery, SearchPageQueryVariables>;
export const SearchNavDocument = /*#__PURE__*/ gql`
    query SearchNav {
  sections {
    ...InNav
  }
}
    ${InNavFragmentDoc}` as unknown as DocumentNode<SearchNavQuery, SearchNavQueryVariables>;
export const TopicPageDocument = /*#__PURE__*/ gql`
    query TopicPage($slug: String!, $first: Int!, $after: String) {
  topic(slug: $slug) {
    id
    slug
    title
    kind
    newest: articles(first: 1) {
      nodes {
        id
        language
      }
    }
    articles(first: $first, after: $after) {
      ...StoryPage
    }
  }
  sections {
    ...InNav
  }
}
    ${StoryPageFragmentDoc}
${TeaserFragmentDoc}
${InNavFragmentDoc}` as unknown as DocumentNode<TopicPageQuery, TopicPageQueryVariables>;