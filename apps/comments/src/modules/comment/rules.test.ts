import { moderator, otherReader, reader } from '@dateline/testing/viewers';
import { describe, expect, it } from 'vitest';
import { commenterRoleOf } from './commenter.ts';
import { editableUntil, losersOfReply, maxDepth, mayDelete, placeOfReply } from './rules.ts';

describe('the place of a reply', () => {
  it('is below what it answers, down to the deepest level, and beside it there', () => {
    const ancestorIds = Array.from({ length: maxDepth }, (_, index) => `a${index}`);
    expect(placeOfReply(null)).toEqual({ parentId: null, ancestorIds: [] });
    expect(placeOfReply({ id: 'x', parentId: null, ancestorIds: [] })).toEqual({ parentId: 'x', ancestorIds: ['x'] });
    expect(placeOfReply({ id: 'x', parentId: 'a6', ancestorIds: ancestorIds.slice(1) }).ancestorIds).toHaveLength(
      maxDepth,
    );
    expect(placeOfReply({ id: 'x', parentId: 'a7', ancestorIds })).toEqual({ parentId: 'a7', ancestorIds });
  });
});

describe('the edit window', () => {
  const comment = { authorId: reader.id, createdAt: new Date('2026-11-22T06:00:00Z') };
  const end = new Date('2026-11-22T06:05:00Z');

  it('is open to the author for five minutes, to the millisecond', () => {
    expect(editableUntil(comment, reader, new Date(end.getTime() - 1))).toEqual(end);
    expect(editableUntil(comment, reader, end)).toBeNull();
  });

  it('is open to nobody else, and to nobody on a tombstone', () => {
    for (const viewer of [null, otherReader, moderator])
      expect(editableUntil(comment, viewer, comment.createdAt)).toBeNull();
    expect(editableUntil({ ...comment, authorId: null }, reader, comment.createdAt)).toBeNull();
  });
});

describe('deleting', () => {
  it('is for the author and for moderators', () => {
    expect([reader, otherReader, moderator].map((viewer) => mayDelete({ authorId: reader.id }, viewer))).toEqual([
      true,
      false,
      true,
    ]);
    expect([reader, moderator].map((viewer) => mayDelete({ authorId: null }, viewer))).toEqual([false, true]);
  });

  it('takes a reply from the parent, and from each tombstone above that held nothing else', () => {
    const seen = (id: string) => ({ id, status: 'PUBLISHED' as const, replyCount: 1 });
    const tombstone = (id: string, replyCount = 1) => ({ id, status: 'DELETED' as const, replyCount });
    const leaf = { replyCount: 0 };
    expect(losersOfReply(leaf, [])).toEqual([]);
    expect(losersOfReply(leaf, [seen('a'), seen('b')])).toEqual(['b']);
    expect(losersOfReply(leaf, [seen('a'), tombstone('b'), tombstone('c')])).toEqual(['c', 'b', 'a']);
    expect(losersOfReply(leaf, [seen('a'), tombstone('b', 2), tombstone('c')])).toEqual(['c', 'b']);
    expect(losersOfReply({ replyCount: 1 }, [seen('a')])).toEqual([]);
  });
});

it('tells readers who is of the house', () => {
  const roles = [['READER'], ['READER', 'STAFF'], ['EDITOR'], ['STAFF', 'MODERATOR']] as const;
  expect(roles.map((of) => commenterRoleOf({ ...reader, roles: of }))).toEqual([
    'READER',
    'STAFF',
    'STAFF',
    'MODERATOR',
  ]);
});
