import type { Fault } from '../article/rules.ts';
import type { SectionRow } from './section.ts';

type Branch = Pick<SectionRow, 'id' | 'slug' | 'parentId'>;

/** So deep a tree goes: a page's path stays readable, and a query for it short. */
export const maxSectionDepth = 8;

/**
 * May the section of this slug hang below that parent, in the tree as it stands? Never below itself or one below it, and
 * never so that anything lies deeper than maxSectionDepth. The section need not be there yet.
 */
export function parentFaults(sections: readonly Branch[], slug: string, parentSlug: string | null): Fault[] {
  if (parentSlug === null) return [];
  const path = ['input', 'parentSlug'];
  const parent = sections.find((section) => section.slug === parentSlug);
  if (slug === parentSlug) return [{ code: 'CYCLE', message: 'A section cannot belong to itself.', path }];
  if (!parent) return [{ code: 'UNKNOWN', message: `There is no section '${parentSlug}'.`, path }];
  const above = pathTo(sections, parent);
  if (above.some((section) => section.slug === slug)) {
    return [{ code: 'CYCLE', message: `'${parentSlug}' belongs to '${slug}': it cannot be above it too.`, path }];
  }
  const moved = sections.find((section) => section.slug === slug);
  if (above.length + (moved ? heightOf(sections, moved) : 1) > maxSectionDepth) {
    return [{ code: 'TOO_DEEP', message: `Sections lie at most ${maxSectionDepth} deep.`, path }];
  }
  return [];
}

/** From a section up to the top. Ends in a broken tree, too. */
function pathTo(sections: readonly Branch[], section: Branch): Branch[] {
  const byId = new Map(sections.map((each) => [each.id, each]));
  const path: Branch[] = [];
  for (let at: Branch | undefined = section; at && !path.includes(at); at = byId.get(at.parentId ?? '')) path.push(at);
  return path;
}

/** How many levels a section and what is below it take: 1 for one without children. */
function heightOf(sections: readonly Branch[], section: Branch): number {
  const children = sections.filter(({ parentId }) => parentId === section.id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(sections, child)));
}
