import type { FrontPageQuery } from '../__generated__/operations.ts';
import { type EditionLanguage, editionOf } from '../labels/labels.ts';

export type NavSection = FrontPageQuery['sections'][number];

/** The sections that stand in an edition's masthead: its own, at the top level, in the newsroom's order. */
export function navSections(sections: readonly NavSection[], edition: EditionLanguage): readonly NavSection[] {
  return sections.filter((section) => section.parent === null && editionOf(section.language) === edition);
}
