import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parseType,
  print,
  type SelectionSetNode,
  valueFromAST,
  visit,
} from 'graphql';
import { own } from '../compile/access.ts';
import { responseKey } from '../compile/positions.ts';
import { type CallDocument, readCallDocument } from '../planner/call-document.ts';
import type { CallNode } from '../planner/plan.ts';
import { compileCallBody } from './call-body.ts';

type Values = Readonly<Record<string, unknown>>;

/** How a subscription is gone on with from a place in its events. */
export interface Resume {
  /** Where the client itself wants to begin. */
  startOf(coerced: Values): string | null;
  /** The place of an event, by its data. */
  cursorOf(data: unknown): string | null;
  bodyAfter(cursor: string, variables: Values): string;
}

const variable = 'dateline_after';

/**
 * By convention a source of events can be asked to go on where it was left when its field takes `after: String` and its
 * events have a `cursor: String`. The client must ask for the cursor; null where it does not.
 */
export function compileResume(call: CallNode, schema: GraphQLSchema): Resume | null {
  const document = readCallDocument(call.document);
  const [field] = document.operation.selectionSet.selections;
  if (field?.kind !== Kind.FIELD) return null;
  const known = schema.getSubscriptionType()?.getFields()[field.name.value];
  const argument = known?.args.find(({ name }) => name === 'after');
  const cursorKeys = known ? cursorKeysOf(field, getNamedType(known.type), document, schema) : [];
  if (argument === undefined || String(getNullableType(argument.type)) !== 'String' || cursorKeys.length === 0)
    return null;
  const given = field.arguments?.find(({ name }) => name.value === 'after');
  const rootKey = responseKey(field);
  const resumed = compileCallBody(withAfter(call, document, field, argument));
  const label = `${JSON.stringify(variable)}:`;
  return {
    startOf: (coerced) => asString(given && valueFromAST(given.value, GraphQLString, coerced)),
    cursorOf(data) {
      const event = own(data, rootKey);
      return asString(cursorKeys.map((key) => own(event, key)).find((value) => typeof value === 'string'));
    },
    bodyAfter: (cursor, variables) => resumed.bodyOf([...resumed.membersOf(variables), label + JSON.stringify(cursor)]),
  };
}

/** The call with `after` as a variable of its own, and without what only the client's `after` had use for. */
function withAfter(
  call: CallNode,
  { operation, fragments }: CallDocument,
  field: FieldNode,
  { type }: GraphQLArgument,
): Pick<CallNode, 'document' | 'variables'> {
  const value = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } as const;
  const after: ArgumentNode = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'after' }, value };
  const others = (field.arguments ?? []).filter(({ name }) => name.value !== 'after');
  const asked: FieldNode = { ...field, arguments: [...others, after] };
  const used = new Set<string>();
  for (const node of [asked, ...fragments.values()]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
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
    document: print({ kind: Kind.DOCUMENT, definitions: [resumed, ...fragments.values()] }),
    variables: call.variables.filter((name) => used.has(name)),
  };
}

/** Response keys under which an event has its cursor, and nothing else in an event of another type. */
function cursorKeysOf(
  { selectionSet }: FieldNode,
  eventType: GraphQLNamedType,
  { fragments }: CallDocument,
  schema: GraphQLSchema,
): string[] {
  const isCursorOf = new Map<string, boolean>();
  collect(selectionSet, eventType);
  return [...isCursorOf].flatMap(([key, isCursor]) => (isCursor ? [key] : []));

  function collect(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): void {
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FIELD) {
        const key = responseKey(node);
        isCursorOf.set(key, isCursor(node, type) && (isCursorOf.get(key) ?? true));
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      collect(fragment?.selectionSet, condition === undefined ? type : schema.getType(condition));
    }
  }
}

function isCursor({ name }: FieldNode, type: GraphQLNamedType | undefined): boolean {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
  return name.value === 'cursor' && field !== undefined && String(getNullableType(field.type)) === 'String';
}

const asString = (value: unknown): string | null => (typeof value === 'string' ? value : null);
