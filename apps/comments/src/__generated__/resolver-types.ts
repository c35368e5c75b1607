import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ArticleReference, ThreadRow } from '../modules/thread/thread.ts';
import type { CommentRow } from '../modules/comment/comment.ts';
import type { CommenterRow } from '../modules/comment/commenter.ts';
import type { DraftRow } from '../modules/draft/draft.ts';
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
  /** Owned by articles. */
  readonly id: Scalars['ID']['output'];
  /** Null when comments are down: the article is served all the same. */
  readonly thread?: Maybe<Thread>;
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
  readonly replaceCurrent: Scalars['Boolean']['input'];
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

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** By its author or a moderator. Replies stay; a tombstone keeps the thread's shape. Code: NOT_YOURS. */
  readonly deleteComment: CommentPayload;
  /** Throws a draft away. One that is gone already is no error. */
  readonly discardCommentDraft: CommentDraftPayload;
  /** By its author, while editableUntil has not come. Codes: NOT_YOURS, EDIT_WINDOW_OVER, TOO_LONG, EMPTY. */
  readonly editComment: CommentPayload;
  /** Adds a comment, or a reply. The draft it was written in goes. Codes: THREAD_CLOSED, TOO_LONG, EMPTY, REPEAT_POST, RATE_LIMITED, PARENT_GONE, ARTICLE_UNKNOWN. */
  readonly postComment: CommentPayload;
  /**
   * One draft per viewer, article and reply target, saved as the reader types. Beginning another one while a draft that would
   * be lost stands answers userErrors code DRAFT_WOULD_BE_LOST ('This will delete your current comment', in the reader's
   * language) and changes nothing, unless replaceCurrent is true.
   */
  readonly saveCommentDraft: CommentDraftPayload;
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


export type MutationPostCommentArgs = {
  input: PostCommentInput;
};


export type MutationSaveCommentDraftArgs = {
  input: CommentDraftInput;
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
  /** A comment by id; null where there is none. */
  readonly comment?: Maybe<Comment>;
  /** Counts for a page of teasers: one SQL statement for up to 100 articles, in the order asked. */
  readonly commentCounts: ReadonlyArray<CommentCount>;
  /** Who is asking, as a commenter; null when signed out. */
  readonly viewer?: Maybe<Commenter>;
};


export type QueryCommentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCommentCountsArgs = {
  articleIds: ReadonlyArray<Scalars['ID']['input']>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * What happens in one article's conversation, in its order. With after, a cursor of an activity or of Thread.activityCursor,
   * it begins with what happened since, nothing left out and nothing twice. A cursor from which more than 500 things happened,
   * or that is not known any more, answers CURSOR_TOO_OLD: ask for the thread anew. It ends when it cannot go on without a gap:
   * subscribe again with the last cursor.
   */
  readonly commentActivity: CommentActivity;
};


export type SubscriptionCommentActivityArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  articleId: Scalars['ID']['input'];
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
  Comment: Comment;
  Commenter: Commenter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Article:
    ( { __typename: 'Article' }
    & GraphQLRecursivePick<FederationTypes['Article'], {"id":true}> );
  Comment:
    ( { __typename: 'Comment' }
    & GraphQLRecursivePick<FederationTypes['Comment'], {"id":true}> );
  Commenter:
    ( { __typename: 'Commenter' }
    & GraphQLRecursivePick<FederationTypes['Commenter'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  CommentActivity:
    | ( Omit<CommentEdited, 'comment'> & { comment: _RefType['Comment'] } )
    | ( Omit<CommentPosted, 'comment'> & { comment: _RefType['Comment'] } )
    | ( Omit<CommentRemoved, 'tombstone'> & { tombstone?: Maybe<_RefType['Comment']> } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Article: ResolverTypeWrapper<ArticleReference>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Comment: ResolverTypeWrapper<CommentRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CommentActivity: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['CommentActivity']>;
  CommentConnection: ResolverTypeWrapper<Omit<CommentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CommentEdge']>, nodes: ReadonlyArray<ResolversTypes['Comment']> }>;
  CommentCount: ResolverTypeWrapper<CommentCount>;
  CommentDraft: ResolverTypeWrapper<DraftRow>;
  CommentDraftInput: CommentDraftInput;
  CommentDraftPayload: ResolverTypeWrapper<Omit<CommentDraftPayload, 'draft'> & { draft?: Maybe<ResolversTypes['CommentDraft']> }>;
  CommentEdge: ResolverTypeWrapper<Omit<CommentEdge, 'node'> & { node: ResolversTypes['Comment'] }>;
  CommentEdited: ResolverTypeWrapper<Omit<CommentEdited, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  CommentPayload: ResolverTypeWrapper<Omit<CommentPayload, 'comment'> & { comment?: Maybe<ResolversTypes['Comment']> }>;
  CommentPosted: ResolverTypeWrapper<Omit<CommentPosted, 'comment'> & { comment: ResolversTypes['Comment'] }>;
  CommentRemoved: ResolverTypeWrapper<Omit<CommentRemoved, 'tombstone'> & { tombstone?: Maybe<ResolversTypes['Comment']> }>;
  CommentSort: CommentSort;
  CommentStatus: CommentStatus;
  Commenter: ResolverTypeWrapper<CommenterRow>;
  CommenterRole: CommenterRole;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Html: ResolverTypeWrapper<Scalars['Html']['output']>;
  LanguageTag: ResolverTypeWrapper<Scalars['LanguageTag']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PostCommentInput: PostCommentInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TextDirection: TextDirection;
  Thread: ResolverTypeWrapper<ThreadRow>;
  ThreadState: ThreadState;
  Url: ResolverTypeWrapper<Scalars['Url']['output']>;
  UserError: ResolverTypeWrapper<UserError>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Article: ArticleReference;
  ID: Scalars['ID']['output'];
  Comment: CommentRow;
  String: Scalars['String']['output'];
  CommentActivity: ResolversUnionTypes<ResolversParentTypes>['CommentActivity'];
  CommentConnection: Omit<CommentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CommentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Comment']> };
  CommentCount: CommentCount;
  CommentDraft: DraftRow;
  CommentDraftInput: CommentDraftInput;
  CommentDraftPayload: Omit<CommentDraftPayload, 'draft'> & { draft?: Maybe<ResolversParentTypes['CommentDraft']> };
  CommentEdge: Omit<CommentEdge, 'node'> & { node: ResolversParentTypes['Comment'] };
  CommentEdited: Omit<CommentEdited, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  CommentPayload: Omit<CommentPayload, 'comment'> & { comment?: Maybe<ResolversParentTypes['Comment']> };
  CommentPosted: Omit<CommentPosted, 'comment'> & { comment: ResolversParentTypes['Comment'] };
  CommentRemoved: Omit<CommentRemoved, 'tombstone'> & { tombstone?: Maybe<ResolversParentTypes['Comment']> };
  Commenter: CommenterRow;
  DateTime: Scalars['DateTime']['output'];
  Html: Scalars['Html']['output'];
  LanguageTag: Scalars['LanguageTag']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PostCommentInput: PostCommentInput;
  Query: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Thread: ThreadRow;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  thread?: Resolver<Maybe<ResolversTypes['Thread']>, ParentType, ContextType>;
};

export type CommentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Comment'] = ResolversParentTypes['Comment'], FederationReferenceType extends FederationReferenceTypes['Comment'] = FederationReferenceTypes['Comment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Comment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ancestors?: Resolver<ReadonlyArray<ResolversTypes['Comment']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['Article'], ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['Commenter']>, ParentType, ContextType>;
  bodyHtml?: Resolver<ResolversTypes['Html'], ParentType, ContextType>;
  bodyText?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deleted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['TextDirection'], ParentType, ContextType>;
  editableUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  permalink?: Resolver<ResolversTypes['Url'], ParentType, ContextType>;
  replies?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<CommentRepliesArgs, 'first' | 'sort'>>;
  replyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CommentStatus'], ParentType, ContextType>;
};

export type CommentActivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentActivity'] = ResolversParentTypes['CommentActivity']> = {
  __resolveType?: TypeResolveFn<'CommentEdited' | 'CommentPosted' | 'CommentRemoved', ParentType, ContextType>;
};

export type CommentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentConnection'] = ResolversParentTypes['CommentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CommentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Comment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CommentCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentCount'] = ResolversParentTypes['CommentCount']> = {
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentDraftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentDraft'] = ResolversParentTypes['CommentDraft']> = {
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  parentId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CommentDraftPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentDraftPayload'] = ResolversParentTypes['CommentDraftPayload']> = {
  draft?: Resolver<Maybe<ResolversTypes['CommentDraft']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdge'] = ResolversParentTypes['CommentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
};

export type CommentEditedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentEdited'] = ResolversParentTypes['CommentEdited']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentPayload'] = ResolversParentTypes['CommentPayload']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CommentPostedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentPosted'] = ResolversParentTypes['CommentPosted']> = {
  comment?: Resolver<ResolversTypes['Comment'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommentRemovedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CommentRemoved'] = ResolversParentTypes['CommentRemoved']> = {
  commentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tombstone?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commenter'] = ResolversParentTypes['Commenter'], FederationReferenceType extends FederationReferenceTypes['Commenter'] = FederationReferenceTypes['Commenter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Commenter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CommenterRole'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface HtmlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Html'], any> {
  name: 'Html';
}

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  deleteComment?: Resolver<ResolversTypes['CommentPayload'], ParentType, ContextType, RequireFields<MutationDeleteCommentArgs, 'id'>>;
  discardCommentDraft?: Resolver<ResolversTypes['CommentDraftPayload'], ParentType, ContextType, RequireFields<MutationDiscardCommentDraftArgs, 'id'>>;
  editComment?: Resolver<ResolversTypes['CommentPayload'], ParentType, ContextType, RequireFields<MutationEditCommentArgs, 'body' | 'id'>>;
  postComment?: Resolver<ResolversTypes['CommentPayload'], ParentType, ContextType, RequireFields<MutationPostCommentArgs, 'input'>>;
  saveCommentDraft?: Resolver<ResolversTypes['CommentDraftPayload'], ParentType, ContextType, RequireFields<MutationSaveCommentDraftArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  comment?: Resolver<Maybe<ResolversTypes['Comment']>, ParentType, ContextType, RequireFields<QueryCommentArgs, 'id'>>;
  commentCounts?: Resolver<ReadonlyArray<ResolversTypes['CommentCount']>, ParentType, ContextType, RequireFields<QueryCommentCountsArgs, 'articleIds'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Commenter']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  commentActivity?: SubscriptionResolver<ResolversTypes['CommentActivity'], "commentActivity", ParentType, ContextType, RequireFields<SubscriptionCommentActivityArgs, 'articleId'>>;
};

export type ThreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Thread'] = ResolversParentTypes['Thread']> = {
  activityCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  because?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  commentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['CommentConnection'], ParentType, ContextType, RequireFields<ThreadCommentsArgs, 'first' | 'sort'>>;
  state?: Resolver<ResolversTypes['ThreadState'], ParentType, ContextType>;
  viewerDraft?: Resolver<Maybe<ResolversTypes['CommentDraft']>, ParentType, ContextType, Partial<ThreadViewerDraftArgs>>;
  viewerDrafts?: Resolver<ReadonlyArray<ResolversTypes['CommentDraft']>, ParentType, ContextType>;
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
  Comment?: CommentResolvers<ContextType>;
  CommentActivity?: CommentActivityResolvers<ContextType>;
  CommentConnection?: CommentConnectionResolvers<ContextType>;
  CommentCount?: CommentCountResolvers<ContextType>;
  CommentDraft?: CommentDraftResolvers<ContextType>;
  CommentDraftPayload?: CommentDraftPayloadResolvers<ContextType>;
  CommentEdge?: CommentEdgeResolvers<ContextType>;
  CommentEdited?: CommentEditedResolvers<ContextType>;
  CommentPayload?: CommentPayloadResolvers<ContextType>;
  CommentPosted?: CommentPostedResolvers<ContextType>;
  CommentRemoved?: CommentRemovedResolvers<ContextType>;
  Commenter?: CommenterResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Html?: GraphQLScalarType;
  LanguageTag?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Thread?: ThreadResolvers<ContextType>;
  Url?: GraphQLScalarType;
  UserError?: UserErrorResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = Context> = {
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};
