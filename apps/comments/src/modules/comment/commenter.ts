import { hasRole, type Viewer } from '@dateline/service-kit/viewer';
import type { commenters } from '../../db/tables.ts';
import { hasSomethingToSee, normaliseText } from './body/normalise.ts';

/** Somebody who takes part, as the graph shows them. */
export type CommenterRow = Omit<typeof commenters.$inferSelect, 'recentPosts'>;

/** What a viewer is to readers of a conversation. */
export function commenterRoleOf(viewer: Viewer): CommenterRow['role'] {
  if (hasRole(viewer, 'MODERATOR')) return 'MODERATOR';
  return hasRole(viewer, 'STAFF') || hasRole(viewer, 'EDITOR') ? 'STAFF' : 'READER';
}

/**
 * The name that a viewer came with, as a line of its own: without the bidi controls and line breaks by which it could turn
 * or fake the words around it. One with nothing to see in it is a dash.
 */
export function displayNameOf({ displayName }: Viewer): string {
  const name = normaliseText(displayName).replace(/\s+/g, ' ');
  return hasSomethingToSee(name) ? name : '–';
}
