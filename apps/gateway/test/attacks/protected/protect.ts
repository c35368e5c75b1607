import { type DefinitionNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import type { Random } from '../../oracle/random.ts';

export interface Rule {
  readonly kind: 'authenticated' | 'scopes' | 'policies';
  /** Empty for `authenticated`. */
  readonly alternatives: readonly (readonly string[])[];
}

/** What was protected, by `Type` and `Type.field`. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

export interface Protected {
  readonly supergraphSdl: string;
  readonly rules: Rules;
}

const scopes = ['read', 'write', 'all'];
const policies = ['staff', 'owner'];

const links = `schema
  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY, import: [{name: "@authenticated", as: "@login"}])
  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", as: "needs", for: SECURITY)
  @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }
directive @login on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @needs(scopes: [[needs__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
scalar needs__Scope
scalar policy__Policy`;

const kinds: ReadonlySet<string> = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
]);

/**
 * Protects types and fields of every kind at random: as no composition of today would, which carries protection over to
 * interfaces and refuses to leave out what a field is made from. A supergraph may be older than that.
 */
export function protect(supergraphSdl: string, random: Random): Protected {
  const rules = new Map<string, readonly Rule[]>();
  const share = random.pick([0.02, 0.05, 0.12]);
  const document = visit(parse(supergraphSdl), {
    enter(node) {
      if (node.kind === Kind.SCHEMA_DEFINITION || !kinds.has(node.kind)) return undefined;
      const { name, ...definition } = node as Extract<DefinitionNode, { readonly kind: Kind.OBJECT_TYPE_DEFINITION }>;
      if (name.value.includes('__')) return false;
      const isRoot = name.value === 'Query' || name.value === 'Mutation';
      const own = random.chance(isRoot ? 0.01 : share) ? drawRules(random) : [];
      if (own.length > 0) rules.set(name.value, own);
      const fields = definition.fields?.map((field) => {
        const drawn = random.chance(share) ? drawRules(random) : [];
        if (drawn.length > 0) rules.set(`${name.value}.${field.name.value}`, drawn);
        return { ...field, directives: [...(field.directives ?? []), ...directivesOf(drawn)] };
      });
      return {
        ...definition,
        name,
        directives: [...(definition.directives ?? []), ...directivesOf(own)],
        ...(fields ? { fields } : {}),
      };
    },
  });
  return { supergraphSdl: print(withLinks(document)), rules };
}

/** Protects just these coordinates: `Type` or `Type.field`, with `@login`, `@needs(scopes:)` or `@policy(policies:)`. */
export function protectAt(supergraphSdl: string, at: Readonly<Record<string, string>>): string {
  const document = visit(parse(supergraphSdl), {
    ObjectTypeDefinition(definition) {
      const { name, fields = [], directives = [] } = definition;
      return {
        ...definition,
        directives: [...directives, ...parsedDirectives(at[name.value] ?? '')],
        fields: fields.map((field) => ({
          ...field,
          directives: [...(field.directives ?? []), ...parsedDirectives(at[`${name.value}.${field.name.value}`] ?? '')],
        })),
      };
    },
  });
  return print(withLinks(document));
}

function drawRules(random: Random): Rule[] {
  const drawn = random.some(['authenticated', 'scopes', 'policies'] as const, 1, random.chance(0.2) ? 2 : 1);
  return drawn.map((kind) => ({ kind, alternatives: kind === 'authenticated' ? [] : drawAlternatives(random, kind) }));
}

function drawAlternatives(random: Random, kind: 'scopes' | 'policies'): string[][] {
  return Array.from({ length: random.between(1, 2) }, () => random.some(kind === 'scopes' ? scopes : policies, 1, 2));
}

function directivesOf(rules: readonly Rule[]) {
  const text = rules
    .map(({ kind, alternatives }) => {
      if (kind === 'authenticated') return '@login';
      const list = JSON.stringify(alternatives);
      return kind === 'scopes' ? `@needs(scopes: ${list})` : `@policy(policies: ${list})`;
    })
    .join(' ');
  return parsedDirectives(text);
}

function parsedDirectives(text: string) {
  const [definition] = parse(`type T ${text} { f: Int }`).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [];
}

function withLinks(document: DocumentNode): DocumentNode {
  const [schema, ...definitions] = parse(links).definitions;
  const more = schema?.kind === Kind.SCHEMA_DEFINITION ? (schema.directives ?? []) : [];
  return {
    ...document,
    definitions: [
      ...document.definitions.map((definition) =>
        definition.kind === Kind.SCHEMA_DEFINITION
          ? { ...definition, directives: [...(definition.directives ?? []), ...more] }
          : definition,
      ),
      ...definitions,
    ],
  };
}
