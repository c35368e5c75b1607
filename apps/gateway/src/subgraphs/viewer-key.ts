import type { Viewer } from '@dateline/service-kit/viewer';

/** One text for each viewer that a subgraph could tell from another; it holds no line feed. Empty: nobody signed in. */
export function viewerKey(viewer: Viewer | null): string {
  return viewer ? JSON.stringify(viewer) : '';
}
