import { buildASTSchema, type DocumentNode, GraphQLSchema, Kind, parse, type ValueNode, visit } from 'graphql';
import { type Authorization, readAuthorization } from '../authorization/authorization.ts';
import { buildApiSchema } from './api-schema.ts';
import { readCostRules } from './cost-rules.ts';
import { featuresOf } from './features.ts';

/** A composed supergraph, read. */
export interface Supergraph {
  readonly sdl: string;
  readonly document: DocumentNode;
  /** Every type, also what clients may not see: what subgraphs answer is read by it. */
  readonly schema: GraphQLSchema;
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** The subgraphs by name, with the addresses that composition was told. None: the schema is no supergraph. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** Their names in the enum join__Graph, by their own. */
  readonly graphNames: ReadonlyMap<string, string>;
  /** Names of all fields in keys and in what subgraphs require: a plan may ask for them beside what the client does. */
  readonly requiredNames: ReadonlySet<string>;
  /** Names of the specifications in use: `join`, `inaccessible`, `context`… */
  readonly features: ReadonlySet<string>;
  /** What it demands of those who ask; null when nothing. */
  readonly authorization: Authorization | null;
}

/** What a supergraph marks as protecting something, and is kept to here. */
const enforced: ReadonlySet<string> = new Set(['inaccessible', 'context', 'authenticated', 'requiresScopes', 'policy']);

/**
 * Reads a supergraph. No subgraph is asked for anything.
 *
 * @throws GraphQLError when the text is not GraphQL, and Error when it asks for protection that is not given here.
 */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const features = featuresOf(document);
  const unenforced = features.find(({ identity, isForSecurity }) => isForSecurity && !enforced.has(identity));
  if (unenforced) {
    const name = unenforced.prefix === '' ? 'a specification that it does not name' : `@${unenforced.prefix}`;
    throw new Error(`it uses ${name}, which protects something, and this gateway does not enforce it.`);
  }
  // Composition has validated it; checking the join directives again would only cost time at each start.
  const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return {
    sdl,
    document,
    schema,
    api: withCostRules(buildApiSchema(document), document),
    ...subgraphsOf(document),
    requiredNames: requiredNamesOf(document),
    features: new Set(features.map(({ identity }) => identity)),
    authorization: readAuthorization(document, schema, features),
  };
}

/** The limits know a schema and nothing of supergraphs: what it says of costs goes with it. */
function withCostRules(api: GraphQLSchema, document: DocumentNode): GraphQLSchema {
  return new GraphQLSchema({ ...api.toConfig(), extensions: { costRules: readCostRules(document) } });
}

function subgraphsOf({ definitions }: DocumentNode): Pick<Supergraph, 'subgraphs' | 'graphNames'> {
  const subgraphs = new Map<string, string>();
  const graphNames = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find(({ name }) => name.value === 'join__graph');
      const text = (key: string) => {
        const given = graph?.arguments?.find(({ name }) => name.value === key)?.value;
        return given?.kind === Kind.STRING ? given.value : '';
      };
      if (!graph) continue;
      subgraphs.set(text('name'), text('url'));
      graphNames.set(text('name'), value.name.value);
    }
  }
  return { subgraphs, graphNames };
}

/** Selections that stand as text in what composition wrote of a type or field. */
const selectionArguments: ReadonlySet<string> = new Set(['key', 'requires', 'selection']);

function requiredNamesOf(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  const addNames = (value: ValueNode) => {
    if (value.kind === Kind.STRING) for (const [name] of value.value.matchAll(/[_A-Za-z]\w*/g)) names.add(name);
  };
  visit(document, {
    Argument: ({ name, value }) => (selectionArguments.has(name.value) ? addNames(value) : undefined),
    ObjectField: ({ name, value }) => (selectionArguments.has(name.value) ? addNames(value) : undefined),
  });
  return names;
}
