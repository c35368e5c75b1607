import type { Database } from '@dateline/db/connect';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { SaveSectionInput } from '../../__generated__/resolver-types.ts';
import { type Fault, requireEditor } from '../article/rules.ts';
import { normaliseSlug } from '../article/slug.ts';
import { positionFaults, slugFaults, titleFaults } from '../taxonomy/name-faults.ts';
import { tellTaxonomyChanged } from '../taxonomy/tell-changed.ts';
import type { SectionRow } from './section.ts';
import { parentFaults } from './section-tree.ts';
import { sectionStore } from './store.ts';

export interface SectionOutcome {
  readonly section: SectionRow | null;
  readonly userErrors: readonly Fault[];
}

/** Makes the section of a slug, or makes it what the input says. The tree is changed by one editor at a time. */
export async function saveSection(
  { db, viewer }: { readonly db: Database; readonly viewer: Viewer | null },
  input: SaveSectionInput,
): Promise<SectionOutcome> {
  requireEditor(viewer);
  const slug = normaliseSlug(input.slug);
  const parentSlug = input.parentSlug == null ? null : normaliseSlug(input.parentSlug);
  return db.transaction(async (transaction) => {
    await sectionStore.lockTree(transaction);
    const sections = await sectionStore.findAll(transaction);
    const current = sections.find((section) => section.slug === slug) ?? null;
    const userErrors = [
      ...slugFaults(slug, ['input', 'slug']),
      ...titleFaults(input.title, ['input', 'title']),
      ...positionFaults(input.position, ['input', 'position']),
      ...parentFaults(sections, slug, parentSlug),
    ];
    if (userErrors.length > 0) return { section: current, userErrors };
    const { language, position } = input;
    const parentId = sections.find((section) => section.slug === parentSlug)?.id ?? null;
    const section = await sectionStore.put(transaction, {
      slug,
      title: input.title.trim(),
      language,
      parentId,
      position,
    });
    const parentIds = [...new Set([current?.parentId, parentId])].filter((id) => id != null);
    await tellTaxonomyChanged(transaction, { kind: 'section', id: section.id, slug, parentIds });
    return { section, userErrors: [] };
  });
}
