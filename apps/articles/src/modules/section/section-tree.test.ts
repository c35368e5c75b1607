import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxSectionDepth, parentFaults } from './section-tree.ts';

interface Section {
  readonly id: string;
  readonly slug: string;
  parentId: string | null;
}

const name = fc.integer({ min: 0, max: 12 }).map(String);
const moves = fc.array(fc.record({ slug: name, parentSlug: fc.option(name) }), { maxLength: 60 });

/** Makes and moves sections as saveSection does: only where there is no fault. */
function replay(steps: readonly { slug: string; parentSlug: string | null }[]): Section[] {
  const sections: Section[] = [];
  for (const { slug, parentSlug } of steps) {
    if (parentFaults(sections, slug, parentSlug).length > 0) continue;
    const parentId = sections.find((section) => section.slug === parentSlug)?.id ?? null;
    const known = sections.find((section) => section.slug === slug);
    if (known) known.parentId = parentId;
    else sections.push({ id: `id ${slug}`, slug, parentId });
  }
  return sections;
}

describe('the tree of sections', () => {
  it('has no circle and is not too deep, however sections are moved', () => {
    fc.assert(
      fc.property(moves, (steps) => {
        const sections = replay(steps);
        for (const section of sections) {
          let levels = 0;
          for (let at: Section | undefined = section; at; levels += 1) {
            expect(levels).toBeLessThan(maxSectionDepth);
            const { parentId }: Section = at;
            at = sections.find(({ id }) => id === parentId);
          }
        }
      }),
    );
  });

  it('lets every move through that makes neither', () => {
    fc.assert(
      fc.property(moves, name, name, (steps, slug, parentSlug) => {
        const sections = replay(steps);
        const [fault] = parentFaults(sections, slug, parentSlug);
        const above = new Set<string>();
        let at = sections.find((section) => section.slug === parentSlug);
        while (at) {
          above.add(at.slug);
          const { parentId }: Section = at;
          at = sections.find(({ id }) => id === parentId);
        }
        if (slug === parentSlug || above.has(slug)) expect(fault?.code).toBe('CYCLE');
        else if (above.size === 0) expect(fault?.code).toBe('UNKNOWN');
        else expect([undefined, 'TOO_DEEP']).toContain(fault?.code);
      }),
    );
  });

  it('goes to its depth and no deeper, also when what is moved has sections below it', () => {
    const chain = (letter: string, length: number) =>
      Array.from({ length }, (_, at) => ({
        slug: `${letter}${at}`,
        parentSlug: at === 0 ? null : `${letter}${at - 1}`,
      }));
    const sections = replay([...chain('a', maxSectionDepth), ...chain('b', 3)]);
    const code = (slug: string, parent: string) => parentFaults(sections, slug, parent)[0]?.code;
    expect(code('new', `a${maxSectionDepth - 2}`)).toBeUndefined();
    expect(code('new', `a${maxSectionDepth - 1}`)).toBe('TOO_DEEP');
    expect(code('b0', `a${maxSectionDepth - 4}`)).toBeUndefined();
    expect(code('b0', `a${maxSectionDepth - 3}`)).toBe('TOO_DEEP');
  });
});
