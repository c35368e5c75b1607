import {
  CommentBranchDocument,
  type CommentBranchQuery,
  type CommentWordsFragment,
  ConversationDocument,
  type ConversationQuery,
} from '../__generated__/operations.ts';
import type { Ask } from '../graph/ask.ts';
import type { ConversationPlace } from './address.ts';

const commentsPerPage = 20;
const repliesPerPage = 20;

type Thread = NonNullable<NonNullable<ConversationQuery['article']>['thread']>;
export type Viewer = NonNullable<ConversationQuery['viewer']>;
export type Draft = Thread['viewerDrafts'][number];

/** A comment with those of its replies that are shown under it. */
export interface CommentNode {
  readonly words: CommentWordsFragment;
  readonly replies: readonly CommentNode[];
  readonly hasMoreReplies: boolean;
}

export interface ConversationView {
  readonly kind: 'here';
  readonly state: Thread['state'];
  readonly count: number;
  /** Where what happens from now on begins. */
  readonly cursor: string | null;
  readonly viewer: Viewer | null;
  readonly drafts: readonly Draft[];
  /** What the branch that is shown answers, from the top down; empty in the whole conversation. */
  readonly ancestors: readonly CommentWordsFragment[];
  readonly comments: readonly CommentNode[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** `away`: comments cannot be reached; the story stands without them. */
export type Conversation = ConversationView | { readonly kind: 'away' };

export async function loadConversation(ask: Ask, articleId: string, place: ConversationPlace): Promise<Conversation> {
  const [answer, branch] = await Promise.all([
    ask(ConversationDocument, {
      id: articleId,
      sort: place.sort,
      first: place.commentId ? 1 : commentsPerPage,
      after: place.commentId ? null : place.after,
    }),
    place.commentId ? loadBranch(ask, articleId, place.commentId, place.after) : null,
  ]);
  const thread = answer?.data?.article?.thread;
  if (!thread) return { kind: 'away' };
  const { endCursor, hasNextPage } = thread.comments.pageInfo;
  return {
    kind: 'here',
    state: thread.state,
    count: thread.commentCount,
    viewer: answer.data?.viewer ?? null,
    drafts: thread.viewerDrafts,
    ...(branch ?? {
      cursor: thread.activityCursor,
      ancestors: [],
      comments: thread.comments.nodes.map(toNode),
      next: hasNextPage ? endCursor : null,
    }),
  };
}

/** Null when there is no such comment under this article: then the whole conversation is shown. */
async function loadBranch(ask: Ask, articleId: string, commentId: string, after: string | null) {
  const answer = await ask(CommentBranchDocument, { id: commentId, first: repliesPerPage, after });
  const comment = answer?.data?.comment;
  if (comment?.article.id !== articleId) return null;
  const { endCursor, hasNextPage } = comment.replies.pageInfo;
  const root: CommentNode = { words: comment, replies: comment.replies.nodes.map(toNode), hasMoreReplies: false };
  // Of this very answer: the thread's own may be newer than what is shown of the branch.
  const cursor = comment.article.thread?.activityCursor ?? null;
  return { ancestors: comment.ancestors, comments: [root], next: hasNextPage ? endCursor : null, cursor };
}

type Branch = Thread['comments']['nodes'][number];
type Reply = Branch['replies']['nodes'][number];
type BranchReply = NonNullable<CommentBranchQuery['comment']>['replies']['nodes'][number];

/** The graph is asked for three levels; what lies deeper is known by its count only. */
function toNode(comment: Branch | BranchReply | Reply | CommentWordsFragment): CommentNode {
  if (!('replies' in comment)) return { words: comment, replies: [], hasMoreReplies: comment.replyCount > 0 };
  const { nodes, pageInfo } = comment.replies;
  return { words: comment, replies: nodes.map(toNode), hasMoreReplies: pageInfo.hasNextPage };
}
