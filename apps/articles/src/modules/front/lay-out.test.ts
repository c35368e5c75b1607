import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillLimits, layOut } from './lay-out.ts';

const article = fc.integer({ min: 0, max: 30 }).map((number) => `article ${number}`);
const contents = fc
  .array(
    fc.record({ pinned: fc.uniqueArray(article, { maxLength: 8 }), fill: fc.uniqueArray(article, { maxLength: 31 }) }),
    { maxLength: 8 },
  )
  .map((containers) => containers.map((container, at) => ({ id: `container ${at}`, ...container })));
const first = fc.integer({ min: 1, max: 12 });

describe('a front', () => {
  it('shows no article twice, and no container more than was asked for or than it may', () => {
    fc.assert(
      fc.property(contents, first, (containers, most) => {
        const shown = layOut(containers, most);
        const all = [...shown.values()].flat();
        expect(new Set(all).size).toBe(all.length);
        for (const { id, pinned, fill } of containers) {
          expect(shown.get(id)?.length).toBeLessThanOrEqual(most);
          for (const each of shown.get(id) ?? []) expect([...pinned, ...fill]).toContain(each);
        }
      }),
    );
  });

  it('shows pins before fill, both in their order, and what is pinned somewhere as fill nowhere', () => {
    fc.assert(
      fc.property(contents, first, (containers, most) => {
        const pinnedSomewhere = new Set(containers.flatMap(({ pinned }) => pinned));
        for (const [id, ids] of layOut(containers, most)) {
          const { pinned, fill } = containers.find((container) => container.id === id) ?? { pinned: [], fill: [] };
          const pins = ids.filter((each) => pinnedSomewhere.has(each));
          const filled = ids.filter((each) => !pinnedSomewhere.has(each));
          expect(ids).toEqual([...pins, ...filled]);
          expect(pins).toEqual(pinned.filter((each) => pins.includes(each)));
          expect(filled).toEqual(fill.filter((each) => filled.includes(each)));
        }
      }),
    );
  });

  it('leaves a place empty only where nothing is left for it', () => {
    fc.assert(
      fc.property(contents, first, (containers, most) => {
        const shown = layOut(containers, most);
        const all = new Set([...shown.values()].flat());
        const pinnedSomewhere = new Set(containers.flatMap(({ pinned }) => pinned));
        for (const { id, fill } of containers) {
          if ((shown.get(id)?.length ?? 0) === most) continue;
          for (const each of fill) expect(all.has(each) || pinnedSomewhere.has(each)).toBe(true);
        }
      }),
    );
  });

  it('is the same whether a container’s fill is read whole or as far as its limit', () => {
    fc.assert(
      fc.property(contents, first, (containers, most) => {
        const pinnedSomewhere = new Set(containers.flatMap(({ pinned }) => pinned));
        const shownPins = layOut(
          containers.map((container) => ({ ...container, fill: [] })),
          most,
        );
        const limits = fillLimits(
          containers.map(({ id }) => shownPins.get(id)?.length ?? 0),
          most,
        );
        const cut = containers.map((container, at) => ({
          ...container,
          fill: container.fill.filter((each) => !pinnedSomewhere.has(each)).slice(0, limits[at]),
        }));
        expect(layOut(cut, most)).toEqual(layOut(containers, most));
      }),
    );
  });

  it('lets a container above take the newest, and the one below the next', () => {
    const fill = ['d', 'c', 'b', 'a'];
    const shown = layOut(
      [
        { id: 'top', pinned: ['a'], fill },
        { id: 'below', pinned: ['c'], fill },
      ],
      2,
    );
    expect([...shown.values()]).toEqual([
      ['a', 'd'],
      ['c', 'b'],
    ]);
  });
});
