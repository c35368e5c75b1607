import type { CopyValue } from '@dateline/db/copy-rows';
import type { DemoComment, DemoCommenter } from '@dateline/demo-edition/types';
import { placeOfReply } from '../modules/comment/rules.ts';

export const commenterColumns = ['id', 'display_name', 'role', 'joined_at'] as const;

export function* commenterRows(commenters: Iterable<DemoCommenter>): Generator<CopyValue[]> {
  for (const { id, displayName, role, joinedAt } of commenters) yield [id, displayName, role, joinedAt];
}

export const commentColumns = [
  'id',
  'article_id',
  'number',
  'parent_id',
  'ancestor_ids',
  'author_id',
  'body',
  'status',
  'reply_count',
  'created_at',
  'deleted_at',
] as const;

/** Comments of one article after the other, each article's oldest first and parents before replies. */
export function* commentRows(comments: Iterable<DemoComment>): Generator<CopyValue[]> {
  for (const conversation of byArticle(comments)) yield* rowsOfConversation(conversation);
}

function* byArticle(comments: Iterable<DemoComment>): Generator<readonly DemoComment[]> {
  let conversation: DemoComment[] = [];
  for (const comment of comments) {
    if (conversation[0] && conversation[0].articleId !== comment.articleId) {
      yield conversation;
      conversation = [];
    }
    conversation.push(comment);
  }
  if (conversation.length > 0) yield conversation;
}

type Place = ReturnType<typeof placeOfReply> & { readonly id: string };

/** Numbers, places and counters as they would be, had readers posted one after the other. */
function rowsOfConversation(conversation: readonly DemoComment[]): CopyValue[][] {
  const places = new Map<string, Place>();
  for (const { id, parentId } of conversation) {
    const parent = parentId === null ? null : places.get(parentId);
    if (parent === undefined) throw new Error(`Comment ${id} answers ${parentId}, which does not stand before it.`);
    places.set(id, { id, ...placeOfReply(parent) });
  }
  const replyCounts = countListedReplies(conversation, places);
  return conversation.map(({ id, articleId, body, authorId, createdAt, deleted = false }, index) => {
    const { parentId = null, ancestorIds = [] } = places.get(id) ?? {};
    const place = [id, articleId, index + 1, parentId, `{${ancestorIds.join(',')}}`];
    const said = deleted ? [null, '', 'DELETED'] : [authorId, body, 'PUBLISHED'];
    return [...place, ...said, replyCounts.get(id) ?? 0, createdAt, deleted ? createdAt : null];
  });
}

/** Direct replies that lists show; from the last comment back, so that replies are known before what they answer. */
function countListedReplies(conversation: readonly DemoComment[], places: ReadonlyMap<string, Place>) {
  const counts = new Map<string, number>();
  for (const { id, deleted } of conversation.toReversed()) {
    const parentId = places.get(id)?.parentId ?? null;
    const isListed = !deleted || (counts.get(id) ?? 0) > 0;
    if (parentId !== null && isListed) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  }
  return counts;
}
