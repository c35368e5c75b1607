import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  type SelectionNode,
  valueFromAST,
  visit,
} from 'graphql';
import { own } from '../compile/access.ts';
import { type PlanProgram, responseKey } from '../compile/positions.ts';
import type { CallNode } from '../planner/plan.ts';
import { compileCallBody } from './call-body.ts';

type Values = Readonly<Record<string, unknown>>;

/** How a subscription's events are asked for. */
export interface Opening {
  readonly subgraph: string;
  body(variables: Values): string;
  /** Null where the source has no places to go on from. */
  readonly resume: Resume | null;
}

/**
 * By convention a source of events can be asked to go on where it was left when its field takes `after: String` and its
 * events have a `cursor: String`, and the client asks for it.
 */
export interface Resume {
  /** Where the client itself wants to begin. */
  startOf(coerced: Values): string | null;
  cursorOf(data: unknown): string | null;
  bodyAfter(cursor: string, variables: Values): string;
}

/** The opening of a plan for a subscription; null for any other plan. */
export function compileOpening({ calls: [call] }: PlanProgram, schema: GraphQLSchema): Opening | null {
  if (call?.node.operation !== 'subscription') return null;
  const { membersOf, bodyOf } = compileCallBody(call.node);
  return {
    subgraph: call.node.subgraph,
    body: (variables) => bodyOf(membersOf(variables)),
    resume: resumeOf(call.node, schema),
  };
}

const variable = 'dateline_after';

function resumeOf(call: CallNode, schema: GraphQLSchema): Resume | null {
  const operation = operationOf(call);
  const [field] = operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD) return null;
  const known = schema.getSubscriptionType()?.getFields()[field.name.value];
  const argument = known?.args.find(({ name }) => name === 'after');
  const cursorKey = known ? cursorKeyOf(field, getNamedType(known.type).name, schema) : null;
  if (argument === undefined || !isString(argument) || cursorKey === null) return null;
  const given = field.arguments?.find(({ name }) => name.value === 'after');
  const rootKey = responseKey(field);
  const resumed = compileCallBody(withAfter(call, operation, field, argument));
  const label = `${JSON.stringify(variable)}:`;
  return {
    startOf: (coerced) => asString(given && valueFromAST(given.value, GraphQLString, coerced)),
    cursorOf: (data) => asString(own(own(data, rootKey), cursorKey)),
    bodyAfter: (cursor, variables) => resumed.bodyOf([...resumed.membersOf(variables), label + JSON.stringify(cursor)]),
  };
}

/** The call with `after` as a variable of its own, and without what only the client's `after` had use for. */
function withAfter(
  call: CallNode,
  operation: OperationDefinitionNode,
  field: FieldNode,
  { type }: GraphQLArgument,
): Pick<CallNode, 'document' | 'variables'> {
  const value = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } as const;
  const after: ArgumentNode = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'after' }, value };
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'after');
  const asked: FieldNode = { ...field, arguments: [...others, after] };
  const document = parse(call.document, { noLocation: true });
  const used = new Set<string>();
  const rest = document.definitions.filter(({ kind }) => kind !== Kind.OPERATION_DEFINITION);
  for (const node of [asked, ...rest]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const definitions = (operation.variableDefinitions ?? []).filter(({ variable: of }) => used.has(of.name.value));
  const resumed: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [
      ...definitions,
      { kind: Kind.VARIABLE_DEFINITION, variable: value, type: parseType(String(type)) },
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
  return {
    document: print({ kind: Kind.DOCUMENT, definitions: [resumed, ...rest] }),
    variables: call.variables.filter((name) => used.has(name)),
  };
}

function cursorKeyOf({ selectionSet }: FieldNode, typeName: string, schema: GraphQLSchema): string | null {
  const type = schema.getType(typeName);
  const cursor = isObjectType(type) ? type.getFields()['cursor'] : undefined;
  if (!cursor || getNullableType(cursor.type) !== schema.getType('String')) return null;
  const isCursor = (node: SelectionNode): node is FieldNode => node.kind === Kind.FIELD && node.name.value === 'cursor';
  const asked = selectionSet?.selections.find(isCursor);
  return asked ? responseKey(asked) : null;
}

function isString({ type }: GraphQLArgument): boolean {
  const nullable = type instanceof GraphQLNonNull ? type.ofType : type;
  return String(nullable) === 'String';
}

function operationOf({ document }: CallNode): OperationDefinitionNode {
  const { definitions } = parse(document, { noLocation: true });
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A call without an operation.');
  return operation;
}

const asString = (value: unknown): string | null => (typeof value === 'string' ? value : null);
