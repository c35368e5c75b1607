import { hasRole, type Viewer } from '@dateline/service-kit/viewer';
import type { commenters } from '../../db/tables.ts';

/** Somebody who takes part, as the graph shows them. */
export type CommenterRow = Omit<typeof commenters.$inferSelect, 'recentPosts'>;

/** What a viewer is to readers of a conversation. */
export function commenterRoleOf(viewer: Viewer): CommenterRow['role'] {
  if (hasRole(viewer, 'MODERATOR')) return 'MODERATOR';
  return hasRole(viewer, 'STAFF') || hasRole(viewer, 'EDITOR') ? 'STAFF' : 'READER';
}
