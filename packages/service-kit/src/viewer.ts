import { z } from 'zod';

export const roles = ['READER', 'STAFF', 'EDITOR', 'MODERATOR'] as const;
export type Role = (typeof roles)[number];

/** Who is asking. `null` stands for a reader who has not signed in. */
export interface Viewer {
  readonly id: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** What a token grants beside roles. Known to the gateway alone, as the policies are: see `toldOf`. */
  readonly scopes?: readonly string[];
  /** Names of policies that were granted. */
  readonly policies?: readonly string[];
  /** When the token ends, in milliseconds since 1970; the leeway of clocks is in it. */
  readonly expiresAtMs?: number;
}

/** What of a viewer a subgraph is told, and so all that its answers may depend on. */
export function toldOf({ id, displayName, roles }: Viewer): Viewer {
  return { id, displayName, roles };
}

export const viewerSchema = z
  .object({ id: z.string().min(1).max(200), displayName: z.string().min(1).max(200), roles: z.array(z.enum(roles)) })
  .nullable();

export function hasRole(viewer: Viewer | null, role: Role): boolean {
  return viewer?.roles.includes(role) ?? false;
}
