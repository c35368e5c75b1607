import type { Database } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import type { Viewer } from '@dateline/service-kit/viewer';
import type { SaveContributorInput } from '../../__generated__/resolver-types.ts';
import { sanitiseInlineHtml } from '../article/inline-html.ts';
import { type Fault, requireEditor } from '../article/rules.ts';
import { normaliseSlug } from '../article/slug.ts';
import { slugFaults, titleFaults } from '../taxonomy/name-faults.ts';
import { tellTaxonomyChanged } from '../taxonomy/tell-changed.ts';
import type { ContributorRow } from './contributor.ts';
import { contributorStore } from './store.ts';

export interface ContributorOutcome {
  readonly contributor: ContributorRow | null;
  readonly userErrors: readonly Fault[];
}

const maxBioCharacters = 5_000;

/** Makes the contributor of a slug, or makes them what the input says. */
export async function saveContributor(
  { db, viewer }: { readonly db: Database; readonly viewer: Viewer | null },
  input: SaveContributorInput,
): Promise<ContributorOutcome> {
  requireEditor(viewer);
  const slug = normaliseSlug(input.slug);
  return db.transaction(async (transaction) => {
    const [current = null] = await contributorStore.findBySlugs(transaction, [slug]);
    const userErrors = faultsOf(input, slug);
    if (userErrors.length > 0) return { contributor: current, userErrors };
    const contributor = await contributorStore.put(transaction, {
      slug,
      name: input.name.trim(),
      jobTitle: input.jobTitle?.trim() || null,
      bio: sanitiseInlineHtml(input.bio ?? '') || null,
      portraitImageId: input.portraitImageId ?? null,
    });
    await tellTaxonomyChanged(transaction, { kind: 'contributor', id: contributor.id, slug });
    return { contributor, userErrors: [] };
  });
}

function faultsOf({ name, jobTitle, bio, portraitImageId }: SaveContributorInput, slug: string): Fault[] {
  const faults = [...slugFaults(slug, ['input', 'slug']), ...titleFaults(name, ['input', 'name'])];
  if (jobTitle?.trim()) faults.push(...titleFaults(jobTitle, ['input', 'jobTitle']));
  if ((bio?.length ?? 0) > maxBioCharacters) {
    faults.push({ code: 'TOO_LONG', message: `At most ${maxBioCharacters} characters.`, path: ['input', 'bio'] });
  }
  if (portraitImageId != null && !isUuid(portraitImageId)) {
    faults.push({ code: 'NOT_AN_ID', message: 'A picture is named by its id.', path: ['input', 'portraitImageId'] });
  }
  return faults;
}
