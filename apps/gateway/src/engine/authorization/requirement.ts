/** What a viewer has to show for themselves. */
export interface Grants {
  readonly isAuthenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
}

/** Nobody has signed in: what whoever forgot to say who asks is given too. */
export const nobody: Grants = { isAuthenticated: false, scopes: new Set(), policies: new Set() };

/** What one directive demands of whoever asks. Several at one place must all be met. */
export interface Requirement {
  /** The same for the same demand, wherever it stands. */
  readonly id: string;
  isMet(grants: Grants): boolean;
}

/** `@authenticated` */
export const authenticated: Requirement = { id: 'authenticated', isMet: ({ isAuthenticated }) => isAuthenticated };

/**
 * `@requiresScopes` and `@policy`: one of the inner lists, all of it. An empty outer list demands nothing, as composition
 * and Apollo's router have it.
 */
export function oneOf(kind: 'scopes' | 'policies', alternatives: readonly (readonly string[])[]): Requirement {
  return {
    id: `${kind} ${JSON.stringify(alternatives.map((names) => [...names].sort()).sort())}`,
    isMet: (grants) =>
      alternatives.length === 0 || alternatives.some((names) => names.every((name) => grants[kind].has(name))),
  };
}
