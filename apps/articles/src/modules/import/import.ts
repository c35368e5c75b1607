import type { importFailures, wantedPictures } from '../../db/tables/imports.ts';

export type ImportFailureRow = typeof importFailures.$inferSelect;
export type WantedPictureRow = typeof wantedPictures.$inferSelect;
