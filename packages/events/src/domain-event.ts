import { uuidv7 } from '@dateline/db/uuidv7';
import { z } from 'zod';

const articleRef = z.object({
  articleId: z.uuid(),
  slug: z.string(),
  language: z.string(),
  revision: z.number().int(),
  /** The slug that it had until this change; it still finds the article. */
  previousSlug: z.string().optional(),
});
const imageTexts = z.object({
  imageId: z.uuid(),
  caption: z.string().nullable(),
  altText: z.string().nullable(),
  credit: z.string().nullable(),
});
const taxonomyRef = z.object({
  kind: z.enum(['section', 'topic', 'contributor']),
  id: z.uuid(),
  slug: z.string(),
  /** Of a section: those above it, before the change and after. What hangs below them is another now. */
  parentIds: z.array(z.uuid()).optional(),
});
const commentRef = z.object({
  articleId: z.uuid(),
  commentId: z.uuid(),
  /** What it answers, from the top of the thread down to its parent. */
  ancestorIds: z.array(z.uuid()).optional(),
  /** Whose it is, or was. With a post their name may have become another. */
  authorId: z.string().optional(),
});

/** Every event of the house by type, with the shape of what it carries. Add to a shape; never rename or drop. */
export const eventPayloads = {
  'article.published': articleRef,
  'article.updated': articleRef,
  'article.corrected': articleRef,
  'article.withdrawn': articleRef,
  /** The texts that a figure falls back to. */
  'image.described': imageTexts,
  'image.deleted': z.object({ imageId: z.uuid() }),
  /** Articles has the picture's texts now: a figure without words of its own shows them from here on. */
  'article.illustrated': articleRef.pick({ articleId: true, slug: true }),
  /** Which articles tell its story in other languages is not what it was; nothing of the article itself is another. */
  'article.linked': articleRef.pick({ articleId: true, slug: true }),
  /** Its containers, pins or titles are others now. */
  'front.curated': z.object({ slug: z.string() }),
  /** A section, topic or contributor was made, or says something else of itself. */
  'taxonomy.changed': taxonomyRef,
  /** Its article was withdrawn: nothing of the conversation is shown any more. */
  'thread.closed': z.object({ articleId: z.uuid() }),
  'comment.posted': commentRef,
  'comment.edited': commentRef,
  'comment.removed': commentRef,
} as const satisfies Record<string, z.ZodType>;

export type EventType = keyof typeof eventPayloads;
export type EventPayload<Type extends EventType> = z.infer<(typeof eventPayloads)[Type]>;

/** Something that happened, told once it is certain. `id` makes a consumer idempotent. */
export interface DomainEvent<Type extends EventType = EventType> {
  readonly id: string;
  readonly type: Type;
  /** RFC 3339. */
  readonly at: string;
  readonly payload: EventPayload<Type>;
}

export function domainEvent<Type extends EventType>(
  type: Type,
  payload: EventPayload<Type>,
  now: Date,
): DomainEvent<Type> {
  return { id: uuidv7(), type, at: now.toISOString(), payload };
}

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventPayloads, type);
}
