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
  readonly paragraph?: ParagraphInput | null | undefined;
  readonly quote?: QuoteInput | null | undefined;
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
  readonly dateline?: string | null | undefined;
  /** Never 'now' when it is missing: then the time of import counts as publication only. */
  readonly firstPublishedAt?: string | null | undefined;
  /** page-text, ninjs, … */
  readonly format: string;
  readonly headline: string;
  readonly kicker?: string | null | undefined;
  readonly language: string;
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
  /** The home time zone (IANA). */
  readonly timeZone?: string;
  readonly topicSlugs?: ReadonlyArray<string>;
  /** 1 (flash) to 8. */
  readonly urgency?: number;
  readonly usageTerms?: string | null | undefined;
};

/** What an import did. */
export type ImportOutcome =
  /** A new article. */
  | 'CREATED'
  /** Nothing was different, and nothing was written. */
  | 'UNCHANGED'
  /** Something was different. */
  | 'UPDATED';

/** A list to be written. */
export type ListInput = {
  /** Inline HTML, one an item. */
  readonly items: ReadonlyArray<string>;
  readonly ordered?: boolean;
};

/** A paragraph to be written. */
export type ParagraphInput = {
  /** Inline HTML; what is not allowed is taken out. */
  readonly html: string;
};

/** A quote to be written. */
export type QuoteInput = {
  readonly attribution?: string | null | undefined;
  /** Inline HTML. */
  readonly html: string;
  readonly pull?: boolean;
};

/** A table to be written. Every row has as many cells as the head. */
export type TableInput = {
  readonly caption?: string | null | undefined;
  readonly head: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<string>>;
};

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

export type ImportArticleMutationVariables = Exact<{
  input: ImportArticleInput;
}>;


export type ImportArticleMutation = { readonly importArticle: { readonly outcome: ImportOutcome | null, readonly article: { readonly id: string, readonly headline: string, readonly canonicalUrl: string, readonly status: ArticleStatus } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type StoredImageFragment = { readonly image: { readonly id: string, readonly width: number, readonly height: number, readonly credit: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> };

export type CreateUploadMutationVariables = Exact<{
  input: CreateUploadInput;
}>;


export type CreateUploadMutation = { readonly createUpload: { readonly uploadId: string | null, readonly url: string | null, readonly maxBytes: number | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type CompleteUploadMutationVariables = Exact<{
  uploadId: string;
}>;


export type CompleteUploadMutation = { readonly completeUpload: { readonly image: { readonly id: string, readonly width: number, readonly height: number, readonly credit: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export type UpdateImageMutationVariables = Exact<{
  id: string;
  input: UpdateImageInput;
}>;


export type UpdateImageMutation = { readonly updateImage: { readonly image: { readonly id: string, readonly width: number, readonly height: number, readonly credit: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly path: ReadonlyArray<string> | null }> } };

export const StoredImageFragmentDoc = /*#__PURE__*/ gql`
    fragment StoredImage on ImagePayload {
  image {
    id
    width
    height
    credit
  }
  userErrors {
    code
    message
    path
  }
}
    ` as unknown as DocumentNode<StoredImageFragment, unknown>;
export const ImportArticleDocument = /*#__PURE__*/ gql`
    mutation ImportArticle($input: ImportArticleInput!) {
  importArticle(input: $input) {
    outcome
    article {
      id
      headline
      canonicalUrl
      status
    }
    userErrors {
      code
      message
      path
    }
  }
}
    ` as unknown as DocumentNode<ImportArticleMutation, ImportArticleMutationVariables>;
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