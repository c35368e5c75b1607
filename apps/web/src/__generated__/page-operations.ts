// Generated from the .graphql files by `npm run codegen`. Edit those.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocument as DocumentNode } from '@dateline/client/typed-document';
import { gql } from '@dateline/client/typed-document';
/** What a commenter is to the house. */
export type CommenterRole =
  /** Moderates conversations. */
  | 'MODERATOR'
  /** A reader. */
  | 'READER'
  /** Works for the newsroom. */
  | 'STAFF';

/** The direction in which a text is read. */
export type TextDirection =
  /** Left to right, as English. */
  | 'LTR'
  /** Right to left, as Hebrew and Arabic. */
  | 'RTL';

export type ConversationActivitySubscriptionVariables = Exact<{
  articleId: string;
  after?: string | null | undefined;
}>;


export type ConversationActivitySubscription = { readonly commentActivity:
    | { readonly __typename: 'CommentEdited', readonly cursor: string, readonly comment: { readonly id: string, readonly number: number, readonly bodyHtml: string, readonly direction: TextDirection, readonly createdAt: string, readonly editedAt: string | null, readonly author: { readonly displayName: string, readonly role: CommenterRole } | null, readonly parent: { readonly number: number } | null, readonly article: { readonly id: string, readonly thread: { readonly commentCount: number } | null } } }
    | { readonly __typename: 'CommentPosted', readonly cursor: string, readonly comment: { readonly id: string, readonly number: number, readonly bodyHtml: string, readonly direction: TextDirection, readonly createdAt: string, readonly editedAt: string | null, readonly author: { readonly displayName: string, readonly role: CommenterRole } | null, readonly parent: { readonly number: number } | null, readonly article: { readonly id: string, readonly thread: { readonly commentCount: number } | null } } }
    | { readonly __typename: 'CommentRemoved', readonly cursor: string, readonly tombstone: { readonly number: number, readonly replyCount: number, readonly article: { readonly id: string, readonly thread: { readonly commentCount: number } | null } } | null }
   };

export type StoryChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type StoryChangedSubscription = { readonly articleUpdated: { readonly id: string, readonly revision: number } };

export type StoryRevisionQueryVariables = Exact<{
  id: string;
}>;


export type StoryRevisionQuery = { readonly article: { readonly id: string, readonly revision: number } | null };

export type LiveCommentFragment = { readonly id: string, readonly number: number, readonly bodyHtml: string, readonly direction: TextDirection, readonly createdAt: string, readonly editedAt: string | null, readonly author: { readonly displayName: string, readonly role: CommenterRole } | null, readonly parent: { readonly number: number } | null, readonly article: { readonly id: string, readonly thread: { readonly commentCount: number } | null } };

export const LiveCommentFragmentDoc = /*#__PURE__*/ gql`
    fragment LiveComment on Comment {
  id
  number
  bodyHtml
  direction
  createdAt
  editedAt
  author {
    displayName
    role
  }
  parent {
    number
  }
  article {
    id
    thread {
      commentCount
    }
  }
}
    ` as unknown as DocumentNode<LiveCommentFragment, unknown>;
export const ConversationActivityDocument = /*#__PURE__*/ gql`
    subscription ConversationActivity($articleId: ID!, $after: String) {
  commentActivity(articleId: $articleId, after: $after) {
    __typename
    ... on CommentPosted {
      cursor
      comment {
        ...LiveComment
      }
    }
    ... on CommentEdited {
      cursor
      comment {
        ...LiveComment
      }
    }
    ... on CommentRemoved {
      cursor
      tombstone {
        number
        replyCount
        article {
          id
          thread {
            commentCount
          }
        }
      }
    }
  }
}
    ${LiveCommentFragmentDoc}` as unknown as DocumentNode<ConversationActivitySubscription, ConversationActivitySubscriptionVariables>;
export const StoryChangedDocument = /*#__PURE__*/ gql`
    subscription StoryChanged($id: ID!) {
  articleUpdated(id: $id) {
    id
    revision
  }
}
    ` as unknown as DocumentNode<StoryChangedSubscription, StoryChangedSubscriptionVariables>;
export const StoryRevisionDocument = /*#__PURE__*/ gql`
    query StoryRevision($id: ID!) {
  article(id: $id) {
    id
    revision
  }
}
    ` as unknown as DocumentNode<StoryRevisionQuery, StoryRevisionQueryVariables>;