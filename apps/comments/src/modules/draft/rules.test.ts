import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftWouldBeLost, keepable, type StandingDraft } from './rules.ts';

const top: StandingDraft = { id: 'top', parentId: null, body: 'A long thought', version: 3 };
const reply: StandingDraft = { id: 'reply', parentId: 'comment', body: 'But', version: 7 };
const lost = (standing: StandingDraft[], saving: Partial<Parameters<typeof draftWouldBeLost>[1]>) =>
  draftWouldBeLost(standing, { parentId: null, body: 'New words', version: null, ...saving })?.id ?? null;

describe('a draft would be lost', () => {
  it('by beginning another one, on the same target or elsewhere', () => {
    expect(lost([top], {})).toBe('top');
    expect(lost([top], { parentId: 'comment' })).toBe('top');
    expect(lost([reply, top], {})).toBe('top');
  });

  it('by saving over a version that was not read', () => {
    expect(lost([top], { version: 2 })).toBe('top');
    expect(lost([top], { version: 4 })).toBe('top');
  });

  it('by going on with one that is gone, while another stands', () => {
    expect(lost([reply], { version: 3 })).toBe('reply');
  });

  it('not when nothing stands, or nothing with a word in it', () => {
    expect(lost([], {})).toBeNull();
    expect(lost([], { version: 3 })).toBeNull();
    expect(lost([{ ...top, body: ' \n' }], {})).toBeNull();
    expect(lost([{ ...top, body: '' }], { version: 1 })).toBeNull();
  });

  it('not by going on with the newest version, nor by saying the same again', () => {
    expect(lost([top], { version: 3 })).toBeNull();
    expect(lost([reply, top], { version: 3 })).toBeNull();
    expect(lost([top], { version: 2, body: top.body })).toBeNull();
  });

  it('whenever saving would leave fewer words than stand, unless the reader had them before their eyes', () => {
    const parentId = fc.constantFrom(null, 'a', 'b');
    const body = fc.constantFrom('', ' ', 'one', 'two');
    const version = fc.integer({ min: 1, max: 3 });
    const standing = fc.uniqueArray(fc.record({ id: fc.uuid(), parentId, body, version }), {
      selector: (draft) => draft.parentId,
    });
    const saving = fc.record({ parentId, body, version: fc.option(version) });
    fc.assert(
      fc.property(standing, saving, (drafts, wanted) => {
        const overwritten = drafts.find((draft) => draft.parentId === wanted.parentId && draft.body.trim() !== '');
        const wasRead = overwritten?.version === wanted.version || overwritten?.body === wanted.body;
        if (overwritten && !wasRead) expect(draftWouldBeLost(drafts, wanted)).toBe(overwritten);
      }),
    );
  });
});

it('keeps what was typed, but for what Postgres cannot hold', () => {
  expect(keepable(' A\u0000 \ud83d thought\r\n')).toBe(' A \ufffd thought\r\n');
});
