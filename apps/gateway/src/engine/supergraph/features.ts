import { type DocumentNode, Kind, type SchemaDefinitionNode, type SchemaExtensionNode, type ValueNode } from 'graphql';

/** A specification that the supergraph is written with. */
export interface Feature {
  /** The specification's own name, as in https://specs.apollo.dev/join/v0.5. Empty for anybody else's. */
  readonly identity: string;
  /** As in the address: `v0.5`. */
  readonly version: string;
  /** What its directives and types are called here, but for those that were imported under other names. */
  readonly prefix: string;
  /** Names here, by the specification's own; a directive's with its `@`. */
  readonly imports: ReadonlyMap<string, string>;
  /** Whoever serves the supergraph must enforce it, or must not serve it. */
  readonly isForSecurity: boolean;
}

const address = /^(.*)\/([^/]+)\/(v[\d.]+)\/?(?:[?#].*)?$/;
const apollos = 'https://specs.apollo.dev';

/** The specifications that the supergraph is written with. */
export function featuresOf({ definitions }: DocumentNode): Feature[] {
  const schemas = definitions.filter(
    ({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION,
  ) as readonly (SchemaDefinitionNode | SchemaExtensionNode)[];
  const features = schemas
    .flatMap(({ directives = [] }) => directives)
    .filter(({ name }) => name.value === 'link' || name.value === 'core')
    .map(({ arguments: given = [] }): Feature => {
      const argument = (key: string) => given.find(({ name }) => name.value === key)?.value;
      const [, origin, name = '', version = ''] =
        address.exec(textOf(argument('url') ?? argument('feature')) ?? '') ?? [];
      const purpose = argument('for');
      return {
        identity: origin === apollos ? name : '',
        version,
        prefix: textOf(argument('as')) ?? name,
        imports: importsOf(argument('import')),
        isForSecurity: purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY',
      };
    })
    // What has no name means nothing here, unless it protects something: then it must not be passed over.
    .filter(({ prefix, isForSecurity }) => prefix !== '' || isForSecurity);
  const own = ['link', 'core'].map((identity) => ({
    identity,
    version: '',
    prefix: identity,
    imports: new Map<string, string>(),
    isForSecurity: false,
  }));
  return [...features, ...own];
}

/** What the directive is called here that a specification is named for, without its `@`. */
export function directiveOf({ identity, prefix, imports }: Feature): string {
  return imports.get(`@${identity}`)?.slice(1) ?? prefix;
}

/** Is this name, of a type or a directive, one that came with the specification? */
export function isOfFeature(name: string, { prefix, imports }: Feature): boolean {
  if (name === prefix || name.startsWith(`${prefix}__`)) return true;
  return [...imports.values()].some((imported) => imported === name || imported === `@${name}`);
}

function importsOf(value: ValueNode | undefined): Map<string, string> {
  const imports = new Map<string, string>();
  for (const item of value?.kind === Kind.LIST ? value.values : []) {
    if (item.kind === Kind.STRING) imports.set(item.value, item.value);
    if (item.kind !== Kind.OBJECT) continue;
    const text = (key: string) => textOf(item.fields.find(({ name }) => name.value === key)?.value);
    const name = text('name');
    if (name !== undefined) imports.set(name, text('as') ?? name);
  }
  return imports;
}

function textOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
