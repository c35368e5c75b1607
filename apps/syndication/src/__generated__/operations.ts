// Generated from the .graphql files by `npm run codegen`. Edit those.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocument as DocumentNode } from '@dateline/client/typed-document';
import { gql } from '@dateline/client/typed-document';
/** Which articles: all that is given must hold; within a list any may. */
export type ArticleFilter = {
  /** Contributor slugs. */
  readonly contributors?: ReadonlyArray<string> | null | undefined;
  /** Languages. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** 1 (flash) to 8, as ninjs urgency. */
  readonly maxUrgency?: number | null | undefined;
  /** Published at or after. */
  readonly publishedAfter?: string | null | undefined;
  /** Published before. */
  readonly publishedBefore?: string | null | undefined;
  /** Section slugs. */
  readonly sections?: ReadonlyArray<string> | null | undefined;
  /** Editors only. */
  readonly statuses?: ReadonlyArray<ArticleStatus> | null | undefined;
  /** Topic slugs. */
  readonly topics?: ReadonlyArray<string> | null | undefined;
  /** Changed at or after. */
  readonly updatedAfter?: string | null | undefined;
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

/** Where a figure stands. */
export type FigureRole =
  /** In a gallery. */
  | 'GALLERY'
  /** In the story. */
  | 'INLINE'
  /** Above the story. */
  | 'LEAD';

/** The direction in which a text is read. */
export type TextDirection =
  /** Left to right, as English. */
  | 'LTR'
  /** Right to left, as Hebrew and Arabic. */
  | 'RTL';

export type EditionFeedQueryVariables = Exact<{
  first: number;
  filter?: ArticleFilter | null | undefined;
}>;


export type EditionFeedQuery = { readonly articles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly canonicalUrl: string, readonly language: string, readonly direction: TextDirection, readonly headline: string, readonly standfirst: string | null, readonly publishedAt: string | null, readonly updatedAt: string, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly section: { readonly slug: string, readonly title: string } | null, readonly topics: ReadonlyArray<{ readonly title: string }>, readonly leadFigure: { readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null } | null, readonly body: ReadonlyArray<
        | { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null }
        | { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null }
        | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string }
        | { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> }
        | { readonly __typename: 'LiveEntryElement', readonly headline: string | null, readonly publishedAt: string, readonly body: ReadonlyArray<
            | { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null }
            | { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null }
            | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string }
            | { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> }
            | { readonly __typename: 'LiveEntryElement' }
            | { readonly __typename: 'ParagraphElement', readonly html: string }
            | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean }
            | { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } }
            | { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> }
          > }
        | { readonly __typename: 'ParagraphElement', readonly html: string }
        | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean }
        | { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } }
        | { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> }
      > }> } };

export type SectionFeedQueryVariables = Exact<{
  slug: string;
  first: number;
}>;


export type SectionFeedQuery = { readonly section: { readonly slug: string, readonly title: string, readonly language: string, readonly articles: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly canonicalUrl: string, readonly language: string, readonly direction: TextDirection, readonly headline: string, readonly standfirst: string | null, readonly publishedAt: string | null, readonly updatedAt: string, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly section: { readonly slug: string, readonly title: string } | null, readonly topics: ReadonlyArray<{ readonly title: string }>, readonly leadFigure: { readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null } | null, readonly body: ReadonlyArray<
          | { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null }
          | { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null }
          | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string }
          | { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> }
          | { readonly __typename: 'LiveEntryElement', readonly headline: string | null, readonly publishedAt: string, readonly body: ReadonlyArray<
              | { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null }
              | { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null }
              | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string }
              | { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> }
              | { readonly __typename: 'LiveEntryElement' }
              | { readonly __typename: 'ParagraphElement', readonly html: string }
              | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean }
              | { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } }
              | { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> }
            > }
          | { readonly __typename: 'ParagraphElement', readonly html: string }
          | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean }
          | { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } }
          | { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> }
        > }> } } | null };

export type FeedDirectoryQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedDirectoryQuery = { readonly sections: ReadonlyArray<{ readonly slug: string, readonly title: string, readonly language: string }> };

export type FeedArticleFragment = { readonly id: string, readonly canonicalUrl: string, readonly language: string, readonly direction: TextDirection, readonly headline: string, readonly standfirst: string | null, readonly publishedAt: string | null, readonly updatedAt: string, readonly bylines: ReadonlyArray<{ readonly name: string }>, readonly section: { readonly slug: string, readonly title: string } | null, readonly topics: ReadonlyArray<{ readonly title: string }>, readonly leadFigure: { readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null } | null, readonly body: ReadonlyArray<
    | { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null }
    | { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null }
    | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string }
    | { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> }
    | { readonly __typename: 'LiveEntryElement', readonly headline: string | null, readonly publishedAt: string, readonly body: ReadonlyArray<
        | { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null }
        | { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null }
        | { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string }
        | { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> }
        | { readonly __typename: 'LiveEntryElement' }
        | { readonly __typename: 'ParagraphElement', readonly html: string }
        | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean }
        | { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } }
        | { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> }
      > }
    | { readonly __typename: 'ParagraphElement', readonly html: string }
    | { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean }
    | { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } }
    | { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> }
  > };

type FeedElement_EmbedElement_Fragment = { readonly __typename: 'EmbedElement', readonly provider: string, readonly url: string, readonly title: string | null };

type FeedElement_FigureElement_Fragment = { readonly __typename: 'FigureElement', readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null };

type FeedElement_HeadingElement_Fragment = { readonly __typename: 'HeadingElement', readonly level: number, readonly text: string };

type FeedElement_ListElement_Fragment = { readonly __typename: 'ListElement', readonly ordered: boolean, readonly items: ReadonlyArray<string> };

type FeedElement_LiveEntryElement_Fragment = { readonly __typename: 'LiveEntryElement' };

type FeedElement_ParagraphElement_Fragment = { readonly __typename: 'ParagraphElement', readonly html: string };

type FeedElement_QuoteElement_Fragment = { readonly __typename: 'QuoteElement', readonly html: string, readonly attribution: string | null, readonly pull: boolean };

type FeedElement_RelatedElement_Fragment = { readonly __typename: 'RelatedElement', readonly article: { readonly id: string, readonly canonicalUrl: string, readonly headline: string } };

type FeedElement_TableElement_Fragment = { readonly __typename: 'TableElement', readonly caption: string | null, readonly head: ReadonlyArray<string>, readonly rows: ReadonlyArray<ReadonlyArray<string>> };

export type FeedElementFragment =
  | FeedElement_EmbedElement_Fragment
  | FeedElement_FigureElement_Fragment
  | FeedElement_HeadingElement_Fragment
  | FeedElement_ListElement_Fragment
  | FeedElement_LiveEntryElement_Fragment
  | FeedElement_ParagraphElement_Fragment
  | FeedElement_QuoteElement_Fragment
  | FeedElement_RelatedElement_Fragment
  | FeedElement_TableElement_Fragment
;

export type FeedFigureFragment = { readonly role: FigureRole, readonly caption: string | null, readonly altText: string | null, readonly credit: string | null, readonly image: { readonly rendition: { readonly url: string, readonly mimeType: string, readonly width: number, readonly height: number } | null } | null };

export type IsTheGraphThereQueryVariables = Exact<{ [key: string]: never; }>;


export type IsTheGraphThereQuery = { readonly __typename: 'Query' };

export const FeedFigureFragmentDoc = /*#__PURE__*/ gql`
    fragment FeedFigure on FigureElement {
  role
  caption
  altText
  credit
  image {
    rendition(width: 1280, format: JPEG) {
      url
      mimeType
      width
      height
    }
  }
}
    ` as unknown as DocumentNode<FeedFigureFragment, unknown>;
export const FeedElementFragmentDoc = /*#__PURE__*/ gql`
    fragment FeedElement on BodyElement {
  __typename
  ... on ParagraphElement {
    html
  }
  ... on HeadingElement {
    level
    text
  }
  ... on ListElement {
    ordered
    items
  }
  ... on QuoteElement {
    html
    attribution
    pull
  }
  ... on EmbedElement {
    provider
    url
    title
  }
  ... on TableElement {
    caption
    head
    rows
  }
  ... on RelatedElement {
    article {
      id
      canonicalUrl
      headline
    }
  }
  ...FeedFigure
}
    ` as unknown as DocumentNode<FeedElementFragment, unknown>;
export const FeedArticleFragmentDoc = /*#__PURE__*/ gql`
    fragment FeedArticle on Article {
  id
  canonicalUrl
  language
  direction
  headline
  standfirst
  publishedAt
  updatedAt
  bylines {
    name
  }
  section {
    slug
    title
  }
  topics {
    title
  }
  leadFigure {
    ...FeedFigure
  }
  body {
    ...FeedElement
    ... on LiveEntryElement {
      headline
      publishedAt
      body {
        ...FeedElement
      }
    }
  }
}
    ` as unknown as DocumentNode<FeedArticleFragment, unknown>;
export const EditionFeedDocument = /*#__PURE__*/ gql`
    query EditionFeed($first: Int!, $filter: ArticleFilter) {
  articles(first: $first, filter: $filter) {
    nodes {
      ...FeedArticle
    }
  }
}
    ${FeedArticleFragmentDoc}
${FeedFigureFragmentDoc}
${FeedElementFragmentDoc}` as unknown as DocumentNode<EditionFeedQuery, EditionFeedQueryVariables>;
export const SectionFeedDocument = /*#__PURE__*/ gql`
    query SectionFeed($slug: String!, $first: Int!) {
  section(slug: $slug) {
    slug
    title
    language
    articles(first: $first) {
      nodes {
        ...FeedArticle
      }
    }
  }
}
    ${FeedArticleFragmentDoc}
${FeedFigureFragmentDoc}
${FeedElementFragmentDoc}` as unknown as DocumentNode<SectionFeedQuery, SectionFeedQueryVariables>;
export const FeedDirectoryDocument = /*#__PURE__*/ gql`
    query FeedDirectory {
  sections {
    slug
    title
    language
  }
}
    ` as unknown as DocumentNode<FeedDirectoryQuery, FeedDirectoryQueryVariables>;
export const IsTheGraphThereDocument = /*#__PURE__*/ gql`
    query IsTheGraphThere {
  __typename
}
    ` as unknown as DocumentNode<IsTheGraphThereQuery, IsTheGraphThereQueryVariables>;