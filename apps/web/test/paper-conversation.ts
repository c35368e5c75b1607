import { GraphQLError } from 'graphql';

export interface PaperViewer {
  readonly id: string;
  readonly displayName: string;
  readonly role: 'READER' | 'STAFF' | 'MODERATOR';
}

export interface PaperComment {
  readonly id: string;
  readonly articleId: string;
  readonly parentId: string | null;
  readonly number: number;
  readonly author: PaperViewer | null;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly direction: 'LTR' | 'RTL';
  readonly status: 'PUBLISHED' | 'DELETED';
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly depth: number;
}

interface PaperDraft {
  readonly id: string;
  readonly articleId: string;
  readonly viewerId: string;
  readonly parentId: string | null;
  readonly body: string;
  readonly version: number;
  readonly updatedAt: string;
}

interface PageArguments {
  readonly sort: 'NEWEST' | 'OLDEST';
  readonly first: number;
  readonly after?: string;
}

interface DraftInput {
  readonly articleId: string;
  readonly parentId?: string | null;
  readonly body: string;
  readonly version?: number | null;
  readonly replaceCurrent: boolean;
  readonly locale?: string | null;
}

type In<Arguments> = (root: unknown, args: Arguments, context: { viewer: PaperViewer | null }) => unknown;

/** Threads, comments and drafts in memory, by the promises of the contract that the site leans on. */
export class PaperConversation {
  comments: PaperComment[];
  allDrafts: PaperDraft[] = [];

  constructor(comments: readonly PaperComment[]) {
    this.comments = [...comments];
  }

  thread(articleId: string) {
    const commentCount = this.comments.filter((one) => one.articleId === articleId && !one.deleted).length;
    return {
      articleId,
      state: 'OPEN',
      because: 'OPEN',
      commentCount,
      activityCursor: `cursor-${this.comments.length}`,
    };
  }

  find(id: string): PaperComment | null {
    return this.comments.find((comment) => comment.id === id) ?? null;
  }

  replyCount(id: string): number {
    return this.comments.filter(({ parentId }) => parentId === id).length;
  }

  ancestors({ parentId }: PaperComment): PaperComment[] {
    const parent = parentId === null ? null : this.find(parentId);
    return parent ? [...this.ancestors(parent), parent] : [];
  }

  page(articleId: string, parentId: string | null, { sort, first, after }: PageArguments) {
    const all = this.comments.filter((one) => one.articleId === articleId && one.parentId === parentId);
    all.sort((a, b) => (sort === 'NEWEST' ? b.number - a.number : a.number - b.number));
    const from = after === undefined || after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const nodes = all.slice(from, from + first);
    const endCursor = nodes.at(-1)?.id ?? null;
    const pageInfo = {
      hasNextPage: from + first < all.length,
      hasPreviousPage: from > 0,
      startCursor: null,
      endCursor,
    };
    return { nodes, edges: [], pageInfo };
  }

  drafts(articleId: string, viewer: PaperViewer | null): PaperDraft[] {
    return this.allDrafts.filter((draft) => draft.articleId === articleId && draft.viewerId === viewer?.id);
  }

  readonly mutations: Readonly<Record<string, In<never>>> = {
    postComment: (_root, { input }: { input: DraftInput }, { viewer }) => {
      const author = signedIn(viewer);
      const { articleId, body, parentId = null } = input;
      if (body.trim() === '') return { comment: null, userErrors: [{ code: 'EMPTY', message: 'Say something.' }] };
      if (body.length > 5000) return { comment: null, userErrors: [{ code: 'TOO_LONG', message: 'At most 5000.' }] };
      const number = this.comments.length + 1;
      const comment = paperComment({ id: `c${number}`, articleId, parentId, number, author, bodyText: body });
      this.comments.push(comment);
      this.allDrafts = this.allDrafts.filter((one) => one.viewerId !== author.id || one.parentId !== parentId);
      return { comment, userErrors: [] };
    },
    editComment: (_root, { id, body }: { id: string; body: string }, { viewer }) => {
      const author = signedIn(viewer);
      const comment = this.find(id);
      if (comment?.author?.id !== author.id) return refused('NOT_YOURS');
      if (body.trim() === '') return refused('EMPTY');
      return this.#change({ ...paperComment({ ...comment, bodyText: body }), editedAt: '2026-11-20T10:00:00Z' });
    },
    deleteComment: (_root, { id }: { id: string }, { viewer }) => {
      const comment = this.find(id);
      if (comment?.author?.id !== signedIn(viewer).id) return refused('NOT_YOURS');
      return this.#change({ ...comment, author: null, bodyText: '', bodyHtml: '', deleted: true, status: 'DELETED' });
    },
    saveCommentDraft: (_root, { input }: { input: DraftInput }, { viewer }) => {
      const viewerId = signedIn(viewer).id;
      const { articleId, parentId = null, body, version = null, replaceCurrent, locale } = input;
      const standing = this.drafts(articleId, viewer);
      const own = standing.find((draft) => draft.parentId === parentId);
      const goesOn = own !== undefined && own.version === version;
      const lost = goesOn ? undefined : (own ?? standing[0]);
      if (lost && !replaceCurrent) {
        const message = `This will delete your current comment${locale === 'he' ? ' [he]' : ''}`;
        return { draft: lost, userErrors: [{ code: 'DRAFT_WOULD_BE_LOST', message }] };
      }
      const id = own?.id ?? `draft-${parentId ?? 'top'}-${viewerId}`;
      const draft = { id, articleId, viewerId, parentId, body, version: (own?.version ?? 0) + 1, updatedAt: 'now' };
      this.allDrafts = [...this.allDrafts.filter((one) => !standing.includes(one)), draft];
      return { draft, userErrors: [] };
    },
    discardCommentDraft: (_root, { id }: { id: string }) => {
      this.allDrafts = this.allDrafts.filter((draft) => draft.id !== id);
      return { draft: null, userErrors: [] };
    },
  };

  #change(changed: PaperComment) {
    this.comments = this.comments.map((comment) => (comment.id === changed.id ? changed : comment));
    return { comment: changed, userErrors: [] };
  }
}

/** A comment with everything that a test does not care about. */
export function paperComment(
  given: Pick<PaperComment, 'id' | 'articleId' | 'number' | 'bodyText' | 'author'> & Partial<PaperComment>,
): PaperComment {
  return {
    parentId: null,
    direction: 'LTR',
    status: 'PUBLISHED',
    createdAt: '2026-11-19T09:30:00Z',
    editedAt: null,
    deleted: false,
    depth: 0,
    ...given,
    bodyHtml: `<p>${given.bodyText.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
  };
}

function refused(code: string) {
  return { comment: null, userErrors: [{ code, message: code }] };
}

function signedIn(viewer: PaperViewer | null): PaperViewer {
  if (viewer) return viewer;
  throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
}
