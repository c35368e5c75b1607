import type { Field, Part, World } from './model.ts';

/** `abandoned`: another subgraph has taken the field over by @override; nobody may ask for it here. */
export type Role = 'own' | 'external' | 'abandoned';

export interface LocalField {
  readonly field: Field;
  role: Role;
  provides?: readonly Part[];
  /** Another field of the subgraph provides it. */
  provided?: boolean;
  override?: { readonly from: string; readonly label: string | undefined };
}

export interface LocalKey {
  readonly parts: readonly Part[];
  readonly resolvable: boolean;
}

/** A type as one subgraph knows it. */
export interface LocalType {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'union' | 'interfaceObject';
  readonly keys: LocalKey[];
  readonly fields: Map<string, LocalField>;
  /** The members of a union. */
  readonly members: Set<string>;
}

export interface Subgraph {
  readonly name: string;
  readonly types: Map<string, LocalType>;
}

/** What a split may use. Each world takes some of it, so that a failure names few suspects. */
export const allFeatures = [
  'requires',
  'requires-with-arguments',
  'requires-nested',
  'provides',
  'override',
  'override-label',
  'interface-object',
  'inaccessible',
  'context',
  'shareable',
  'scattered-values',
  'mutation',
] as const;

export type Feature = (typeof allFeatures)[number];

export interface Split {
  readonly world: World;
  readonly subgraphs: readonly Subgraph[];
  readonly features: ReadonlySet<Feature>;
}

/** The type in the subgraph, made when it is not there yet. */
export function localType(subgraph: Subgraph, name: string, kind: LocalType['kind']): LocalType {
  let type = subgraph.types.get(name);
  if (!type) {
    type = { name, kind, keys: [], fields: new Map(), members: new Set() };
    subgraph.types.set(name, type);
  }
  return type;
}

/** The subgraph gives the field itself from now on. */
export function own(type: LocalType, field: Field): void {
  const known = type.fields.get(field.name);
  if (known) {
    known.role = known.role === 'external' ? 'own' : known.role;
  } else {
    type.fields.set(field.name, { field, role: 'own' });
  }
}

/** The subgraphs that give the field. */
export function owners(subgraphs: readonly Subgraph[], type: string, field: string): Subgraph[] {
  return subgraphs.filter(({ types }) => types.get(type)?.fields.get(field)?.role === 'own');
}

/** `id spot { zip }`, with arguments where there are some. */
export function partsText(parts: readonly Part[], argument: (part: Part, name: string) => string): string {
  const text = ({ on, ...part }: Part): string => {
    const names = Object.keys(part.args ?? {});
    const given = names.length > 0 ? `(${names.map((name) => `${name}: ${argument(part, name)}`).join(', ')})` : '';
    // Who needs to know which type of an abstract one was sent has to ask for it.
    const typename = part.parts?.some((child) => child.on !== undefined) ? '__typename ' : '';
    const inner = part.parts ? ` { ${typename}${partsText(part.parts, argument)} }` : '';
    return on === undefined ? `${part.field}${given}${inner}` : `... on ${on} { ${part.field}${given}${inner} }`;
  };
  return parts.map(text).join(' ');
}

/** More than one subgraph may be asked for it. */
export function isShared(subgraphs: readonly Subgraph[], type: string, field: string): boolean {
  const locals = subgraphs.flatMap(({ types }) => types.get(type)?.fields.get(field) ?? []);
  return locals.filter(({ role, provided }) => role === 'own' || provided === true).length > 1;
}
