import { z } from 'zod';

export const roles = ['READER', 'STAFF', 'EDITOR', 'MODERATOR'] as const;
export type Role = (typeof roles)[number];

/** Who is asking. `null` stands for a reader who has not signed in. */
export interface Viewer {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
}

export const viewerSchema = z
  .object({ id: z.string().min(1).max(200), displayName: z.string().min(1).max(200), roles: z.array(z.enum(roles)) })
  .nullable();

export function hasRole(viewer: Viewer | null, role: Role): boolean {
  return viewer?.roles.includes(role) ?? false;
}
