import type { Viewer } from '@dateline/service-kit/viewer';
import { type Grants, nobody } from '../engine/authorization/requirement.ts';

const made = new WeakMap<Viewer, Grants>();

/** What a viewer has to show for what the supergraph protects. */
export function grantsOfViewer({ viewer }: { readonly viewer: Viewer | null }): Grants {
  if (viewer === null) return nobody;
  const known = made.get(viewer);
  if (known) return known;
  const { scopes, policies } = viewer;
  const grants = { isAuthenticated: true, scopes: new Set(scopes), policies: new Set(policies) };
  made.set(viewer, grants);
  return grants;
}
