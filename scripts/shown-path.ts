import { projectFolder } from './house.ts';

/** A path as people read it in the clone: relative to it, if it lies in it. */
export const shown = (path: string) =>
  path.startsWith(`${projectFolder}/`) ? path.slice(projectFolder.length + 1) : path;
