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

/** One element of a body to be written. Give exactly one field. id is kept when given, made otherwise. */
export type BodyElementInput = {
  readonly embed?: EmbedInput | null | undefined;
  readonly figure?: FigureInput | null | undefined;
  readonly heading?: HeadingInput | null | undefined;
  /** Keeps an element's identity when it is edited or moved. */
  readonly id?: string | null | undefined;
  readonly list?: ListInput | null | undefined;
  readonly liveEntry?: LiveEntryInput | null | undefined;
  readonly paragraph?: ParagraphInput | null | undefined;
  readonly quote?: QuoteInput | null | undefined;
  readonly related?: RelatedInput | null | undefined;
  readonly table?: TableInput | null | undefined;
};

/** A byline to be written. Give a contributor's slug, a name, or both. */
export type BylineInput = {
  readonly contributorSlug?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly role?: string | null | undefined;
};

/** What will be uploaded. */
export type CreateUploadInput = {
  /** Exactly how many bytes will come. */
  readonly byteSize: number;
  /** For people only. */
  readonly fileName?: string | null | undefined;
  /** image/jpeg, image/png, image/webp, image/avif or image/tiff; what the bytes are is looked at again. */
  readonly mimeType: string;
};

/** An embed to be written. */
export type EmbedInput = {
  readonly provider: string;
  readonly title?: string | null | undefined;
  readonly url: string;
};

/** A figure to be written. The first with role LEAD becomes the lead figure. */
export type FigureInput = {
  readonly altText?: string | null | undefined;
  readonly caption?: string | null | undefined;
  readonly credit?: string | null | undefined;
  /** The picture; null where there are only words yet. */
  readonly imageId?: string | null | undefined;
  /** Imports only: the picture's address, or the name of its file beside the item. Media's picture takes its place once it is there (see wantedPictures). */
  readonly pictureReference?: string | null | undefined;
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

/** A point in a picture, from its top left corner: 0 to 1 each way. */
export type FocalPointInput = {
  readonly x: number;
  readonly y: number;
};

/** A heading to be written. */
export type HeadingInput = {
  /** 2 to 4. */
  readonly level?: number;
  readonly text: string;
};

/** An article from outside, whole: what is not given is empty. */
export type ImportArticleInput = {
  readonly body: ReadonlyArray<BodyElementInput>;
  readonly bylines?: ReadonlyArray<BylineInput>;
  readonly copyrightNotice?: string | null | undefined;
  /** What the supplier told its own readers was wrong. One that stands already is not told again, and none is taken away. At most 100. */
  readonly corrections?: ReadonlyArray<ImportCorrectionInput>;
  readonly dateline?: string | null | undefined;
  /** Held until then, and published then when publish says so. */
  readonly embargoedUntil?: string | null | undefined;
  /** Never 'now' when it is missing: then the time of import counts as publication only. */
  readonly firstPublishedAt?: string | null | undefined;
  /** As packages/wire names it: ninjs, newsml-g2, page-text … */
  readonly format: string;
  readonly headline: string;
  /** False marks it as for subscribers; see Article. */
  readonly isAccessibleForFree?: boolean;
  readonly kicker?: string | null | undefined;
  readonly language: string;
  /** USABLE, or not to be shown (any more). */
  readonly pubStatus?: PubStatus;
  /** Publish at once; otherwise it waits as a draft. */
  readonly publish?: boolean;
  readonly sectionSlug?: string | null | undefined;
  /** Made from the headline when it is not given. */
  readonly slug?: string | null | undefined;
  /** The supplier or feed. */
  readonly source: string;
  /** The supplier's own id: the same one is the same article. */
  readonly sourceId: string;
  readonly sourceUrl?: string | null | undefined;
  readonly standfirst?: string | null | undefined;
  /** Why it is withheld or canceled, for editors; readers are told only that its supplier took it back. */
  readonly statusReason?: string | null | undefined;
  /** The home time zone (IANA). */
  readonly timeZone?: string;
  readonly topicSlugs?: ReadonlyArray<string>;
  /** Topics by name; those that there are not yet are made. */
  readonly topics?: ReadonlyArray<ImportTopicInput>;
  /** The same supplier's id of the item that this one translates. */
  readonly translationOfSourceId?: string | null | undefined;
  /** 1 (flash) to 8. */
  readonly urgency?: number;
  readonly usageTerms?: string | null | undefined;
  /** The supplier's count of versions: digits. Of two versions the higher one is newer. */
  readonly version?: string | null | undefined;
  /** When the supplier made this version: decides where version does not. */
  readonly versionCreatedAt?: string | null | undefined;
};

/** A supplier's own correction, for readers: never what it wrote to editors. */
export type ImportCorrectionInput = {
  /** What was wrong, and what is right, as plain text. At most 5,000 characters. */
  readonly note: string;
  /** When its readers were told. The same words that stand since then or later are the same correction. Without it: when the supplier made this version, or else now. */
  readonly publishedAt?: string | null | undefined;
};

/** Something that could not be imported. */
export type ImportFailureInput = {
  /** The file, address or archive entry. */
  readonly file: string;
  readonly format?: string | null | undefined;
  /** What came, where it is small enough: at most 256 KB. */
  readonly payload?: string | null | undefined;
  /** Where in it: item 3, line 12. */
  readonly place: string;
  /** What was wrong, in plain words. */
  readonly reason: string;
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
  readonly kind?: TopicKind;
  /** IPTC Media Topics code: medtop:20000010. */
  readonly mediaTopic?: string | null | undefined;
  readonly title: string;
};

/** A list to be written. */
export type ListInput = {
  /** Inline HTML, one an item. */
  readonly items: ReadonlyArray<string>;
  readonly ordered?: boolean;
};

/** An entry of a live story to be written. */
export type LiveEntryInput = {
  /** No entries within. */
  readonly body: ReadonlyArray<BodyElementInput>;
  readonly headline?: string | null | undefined;
  /** Now, when it is not given. It dates the entry and holds nothing back: where readers see the story, addLiveEntry refuses a time to come. */
  readonly publishedAt?: string | null | undefined;
};

/** A paragraph to be written. */
export type ParagraphInput = {
  /** Inline HTML; what is not allowed is taken out. */
  readonly html: string;
};

/** Whether an item may be shown, as IPTC's pubStatus. */
export type PubStatus =
  /** Never again: a kill. */
  | 'CANCELED'
  /** It may. */
  | 'USABLE'
  /** Not now; a later version may say otherwise. */
  | 'WITHHELD';

/** A quote to be written. */
export type QuoteInput = {
  readonly attribution?: string | null | undefined;
  /** Inline HTML. */
  readonly html: string;
  readonly pull?: boolean;
};

/** Another article to be named in its place. */
export type RelatedInput = {
  readonly articleId: string;
};

/** A table to be written. Every row has as many cells as the head. */
export type TableInput = {
  readonly caption?: string | null | undefined;
  readonly head: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
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

/** Words of a picture to be changed. */
export type UpdateImageInput = {
  readonly altText?: string | null | undefined;
  readonly caption?: string | null | undefined;
  readonly copyrightNotice?: string | null | undefined;
  readonly creator?: string | null | undefined;
  readonly credit?: string | null | undefined;
  /** From the top left corner, 0 to 1 each way. */
  readonly focalPoint?: FocalPointInput | null | undefined;
  readonly keywords?: ReadonlyArray<string> | null | undefined;
  readonly source?: string | null | undefined;
  readonly usageTerms?: string | null | undefined;
};

export type WantedFragment = { readonly id: string, readonly articleId: string, readonly elementId: string, readonly source: string, readonly reference: string };

export type ImportArticlesMutationVariables = Exact<{
  inputs: ReadonlyArray<ImportArticleInput>;
  dryRun: boolean;
}>;


export type ImportArticlesMutation = { readonly importArticles: ReadonlyArray<{ readonly outcome: ImportOutcome | null, readonly article: { readonly id: string, readonly headline: string, readonly canonicalUrl: string, readonly status: ArticleStatus } | null, readonly wantedPictures: ReadonlyArray<{ readonly id: string, readonly articleId: string, readonly elementId: string, readonly source: string, readonly reference: string }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> }> };

export type WantedPicturesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type WantedPicturesQuery = { readonly wantedPictures: { readonly nodes: ReadonlyArray<{ readonly attempts: number, readonly id: string, readonly articleId: string, readonly elementId: string, readonly source: string, readonly reference: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AttachPictureMutationVariables = Exact<{
  wantedPictureId: string;
  imageId: string;
}>;


export type AttachPictureMutation = { readonly attachPicture: { readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type ReportPictureFailureMutationVariables = Exact<{
  wantedPictureId: string;
  reason: string;
}>;


export type ReportPictureFailureMutation = { readonly reportPictureFailure: { readonly id: string } | null };

export type FigureWordsFragment = { readonly __typename: 'FigureElement', readonly id: string, readonly caption: string | null, readonly credit: string | null, readonly altText: string | null };

export type WordsOfPictureQueryVariables = Exact<{
  articleId: string;
}>;


export type WordsOfPictureQuery = { readonly article: { readonly copyrightNotice: string | null, readonly usageTerms: string | null, readonly body: ReadonlyArray<
      | { readonly __typename: 'EmbedElement' }
      | { readonly __typename: 'FigureElement', readonly id: string, readonly caption: string | null, readonly credit: string | null, readonly altText: string | null }
      | { readonly __typename: 'HeadingElement' }
      | { readonly __typename: 'ListElement' }
      | { readonly __typename: 'LiveEntryElement', readonly body: ReadonlyArray<
          | { readonly __typename: 'EmbedElement' }
          | { readonly __typename: 'FigureElement', readonly id: string, readonly caption: string | null, readonly credit: string | null, readonly altText: string | null }
          | { readonly __typename: 'HeadingElement' }
          | { readonly __typename: 'ListElement' }
          | { readonly __typename: 'LiveEntryElement' }
          | { readonly __typename: 'ParagraphElement' }
          | { readonly __typename: 'QuoteElement' }
          | { readonly __typename: 'RelatedElement' }
          | { readonly __typename: 'TableElement' }
        > }
      | { readonly __typename: 'ParagraphElement' }
      | { readonly __typename: 'QuoteElement' }
      | { readonly __typename: 'RelatedElement' }
      | { readonly __typename: 'TableElement' }
    > } | null };

export type RecordImportFailuresMutationVariables = Exact<{
  inputs: ReadonlyArray<ImportFailureInput>;
}>;


export type RecordImportFailuresMutation = { readonly recordImportFailures: ReadonlyArray<{ readonly id: string }> };

export type ImportFailuresQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportFailuresQuery = { readonly importFailures: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly file: string, readonly place: string, readonly format: string | null, readonly payload: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ResolveImportFailuresMutationVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type ResolveImportFailuresMutation = { readonly resolveImportFailures: number };

export type StoredImageFragment = { readonly image: { readonly id: string, readonly width: number, readonly height: number, readonly credit: string | null, readonly copyrightNotice: string | null, readonly usageTerms: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { readonly createUpload: { readonly uploadId: string | null, readonly url: string | null, readonly maxBytes: number | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CompleteUploadMutationVariables = Exact<{
  uploadId: string;
}>;


export type CompleteUploadMutation = { readonly completeUpload: { readonly image: { readonly id: string, readonly width: number, readonly height: number, readonly credit: string | null, readonly copyrightNotice: string | null, readonly usageTerms: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type UpdateImageMutationVariables = Exact<{
  id: string;
  input: UpdateImageInput;
}>;


export type UpdateImageMutation = { readonly updateImage: { readonly image: { readonly id: string, readonly width: number, readonly height: number, readonly credit: string | null, readonly copyrightNotice: string | null, readonly usageTerms: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export const WantedFragmentDoc = /*#__PURE__*/ gql`
    fragment Wanted on WantedPicture {
  id
  articleId
  elementId
  source
  reference
}
    ` as unknown as DocumentNode<WantedFragment, unknown>;
export const FigureWordsFragmentDoc = /*#__PURE__*/ gql`
    fragment FigureWords on FigureElement {
  __typename
  id
  caption
  credit
  altText
}
    ` as unknown as DocumentNode<FigureWordsFragment, unknown>;
export const StoredImageFragmentDoc = /*#__PURE__*/ gql`
    fragment StoredImage on ImagePayload {
  image {
    id
    width
    height
    credit
    copyrightNotice
    usageTerms
  }
  userErrors {
    code
    message
    path
  }
}
    ` as unknown as DocumentNode<StoredImageFragment, unknown>;
export const ImportArticlesDocument = /*#__PURE__*/ gql`
    mutation ImportArticles($inputs: [ImportArticleInput!]!, $dryRun: Boolean!) {
  importArticles(inputs: $inputs, dryRun: $dryRun) {
    outcome
    article {
      id
      headline
      canonicalUrl
      status
    }
    wantedPictures {
      ...Wanted
    }
    userErrors {
      code
      message
      path
    }
  }
}
    ${WantedFragmentDoc}` as unknown as DocumentNode<ImportArticlesMutation, ImportArticlesMutationVariables>;
export const WantedPicturesDocument = /*#__PURE__*/ gql`
    query WantedPictures($first: Int!, $after: String) {
  wantedPictures(first: $first, after: $after) {
    nodes {
      ...Wanted
      attempts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    ${WantedFragmentDoc}` as unknown as DocumentNode<WantedPicturesQuery, WantedPicturesQueryVariables>;
export const AttachPictureDocument = /*#__PURE__*/ gql`
    mutation AttachPicture($wantedPictureId: ID!, $imageId: ID!) {
  attachPicture(wantedPictureId: $wantedPictureId, imageId: $imageId) {
    userErrors {
      code
      message
      path
    }
  }
}
    ` as unknown as DocumentNode<AttachPictureMutation, AttachPictureMutationVariables>;
export const ReportPictureFailureDocument = /*#__PURE__*/ gql`
    mutation ReportPictureFailure($wantedPictureId: ID!, $reason: String!) {
  reportPictureFailure(wantedPictureId: $wantedPictureId, reason: $reason) {
    id
  }
}
    ` as unknown as DocumentNode<ReportPictureFailureMutation, ReportPictureFailureMutationVariables>;
export const WordsOfPictureDocument = /*#__PURE__*/ gql`
    query WordsOfPicture($articleId: ID!) {
  article(id: $articleId) {
    copyrightNotice
    usageTerms
    body {
      __typename
      ...FigureWords
      ... on LiveEntryElement {
        body {
          __typename
          ...FigureWords
        }
      }
    }
  }
}
    ${FigureWordsFragmentDoc}` as unknown as DocumentNode<WordsOfPictureQuery, WordsOfPictureQueryVariables>;
export const RecordImportFailuresDocument = /*#__PURE__*/ gql`
    mutation RecordImportFailures($inputs: [ImportFailureInput!]!) {
  recordImportFailures(inputs: $inputs) {
    id
  }
}
    ` as unknown as DocumentNode<RecordImportFailuresMutation, RecordImportFailuresMutationVariables>;
export const ImportFailuresDocument = /*#__PURE__*/ gql`
    query ImportFailures($first: Int!, $after: String) {
  importFailures(first: $first, after: $after) {
    nodes {
      id
      file
      place
      format
      payload
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    ` as unknown as DocumentNode<ImportFailuresQuery, ImportFailuresQueryVariables>;
export const ResolveImportFailuresDocument = /*#__PURE__*/ gql`
    mutation ResolveImportFailures($ids: [ID!]!) {
  resolveImportFailures(ids: $ids)
}
    ` as unknown as DocumentNode<ResolveImportFailuresMutation, ResolveImportFailuresMutationVariables>;
export const CreateUploadDocument = /*#__PURE__*/ gql`
    mutation CreateUpload($input: CreateUploadInput!) {
  createUpload(input: $input) {
    uploadId
    url
    maxBytes
    userErrors {
      code
      message
      path
    }
  }
}
    ` as unknown as DocumentNode<CreateUploadMutation, CreateUploadMutationVariables>;
export const CompleteUploadDocument = /*#__PURE__*/ gql`
    mutation CompleteUpload($uploadId: ID!) {
  completeUpload(uploadId: $uploadId) {
    ...StoredImage
  }
}
    ${StoredImageFragmentDoc}` as unknown as DocumentNode<CompleteUploadMutation, CompleteUploadMutationVariables>;
export const UpdateImageDocument = /*#__PURE__*/ gql`
    mutation UpdateImage($id: ID!, $input: UpdateImageInput!) {
  updateImage(id: $id, input: $input) {
    ...StoredImage
  }
}
    ${StoredImageFragmentDoc}` as unknown as DocumentNode<UpdateImageMutation, UpdateImageMutationVariables>;