import type { Viewer } from '@dateline/service-kit/viewer';

export const reader: Viewer = { id: 'reader-1', displayName: 'Noa', roles: ['READER'] };
export const otherReader: Viewer = { id: 'reader-2', displayName: 'Karim', roles: ['READER'] };
export const editor: Viewer = { id: 'editor-1', displayName: 'Ruth', roles: ['READER', 'STAFF', 'EDITOR'] };
export const moderator: Viewer = { id: 'moderator-1', displayName: 'Sam', roles: ['READER', 'STAFF', 'MODERATOR'] };
