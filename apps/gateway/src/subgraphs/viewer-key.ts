import type { Viewer } from '@dateline/service-kit/viewer';

/**
 * One text for each viewer that a subgraph, or what the supergraph protects, could tell from another; it holds no line
 * feed. Empty: nobody signed in.
 */
export function viewerKey(viewer: Viewer | null): string {
  if (viewer === null) return '';
  const { id, displayName, roles, scopes = [], policies = [] } = viewer;
  return JSON.stringify([id, displayName, roles, [...scopes].sort(), [...policies].sort()]);
}
