import {
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Position, type PositionField, responseKey, signatureOf } from '../compile/positions.ts';
import { isAnswered } from './join-facts.ts';
import { PlanFault } from './plan-fault.ts';
import { isSameSignature } from './same-signature.ts';
import type { PlanLaw } from './verify-plan.ts';

/**
 * Holds what the client asks against where the plan's answers will stand: every field must be brought, with the client's
 * own arguments, and for objects of every type that may stand there.
 *
 * @throws PlanFault
 */
export function verifyCoverage(asked: SelectionSetNode, root: Position, rootType: string, law: PlanLaw): void {
  const { schema, facts } = law;
  verifySet(asked, root, new Set([rootType]));

  function verifySet({ selections }: SelectionSetNode, position: Position | null, possible: ReadonlySet<string>): void {
    if (possible.size === 0) return;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (!selection.name.value.startsWith('__')) verifyField(selection, position, possible);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        const narrowed = condition === undefined ? possible : common(possible, objectTypes(condition, schema));
        verifySet(selection.selectionSet, position, narrowed);
      }
    }
  }

  function verifyField(node: FieldNode, position: Position | null, possible: ReadonlySet<string>): void {
    const key = responseKey(node);
    const signature = signatureOf(node);
    const field = position?.fields.get(key)?.find((variant) => isSameSignature(variant.signature, signature));
    if (!position || !field) throw new PlanFault(`nothing brings ${key}: ${signature}`);
    const covered = coveredTypes(field, position, schema);
    for (const type of possible) {
      if (covered && !covered.has(type)) throw new PlanFault(`nothing brings ${key} of a ${type}`);
    }
    if (node.selectionSet) verifySet(node.selectionSet, field.child, possibleBelow(node.name.value, possible));
  }

  /** Object types that the field's objects may have in all subgraphs that may be asked for them. */
  function possibleBelow(name: string, parents: ReadonlySet<string>): ReadonlySet<string> {
    const all = [...parents].flatMap((parent) => [...possibleOfField(parent, name)]);
    return new Set(all);
  }

  function possibleOfField(parent: string, name: string): ReadonlySet<string> {
    const parentType = schema.getType(parent);
    const field = isObjectType(parentType) ? parentType.getFields()[name] : undefined;
    if (!field) return new Set();
    let possible = objectTypes(getNamedType(field.type).name, schema);
    if (!isAbstractType(getNamedType(field.type))) return possible;
    const names = [parent, ...(isObjectType(parentType) ? parentType.getInterfaces().map((type) => type.name) : [])];
    for (const types of facts.values()) {
      for (const known of names.flatMap((type) => types.get(type) ?? [])) {
        const own = known.fields.get(name);
        const isSource = known.isInterfaceObject || known.possible.has(parent);
        if (!own || !isSource || !isAnswered(own, law.isOn)) continue;
        const type = types.get(own.type);
        if (type && !type.isInterfaceObject) possible = common(possible, type.possible);
      }
    }
    return possible;
  }
}

/** The types that a field is brought for; null where that is all. */
function coveredTypes(field: PositionField, position: Position, schema: GraphQLSchema): ReadonlySet<string> | null {
  const covered = new Set<string>();
  for (const { slot: index } of field.sources) {
    const slot = position.slots[index];
    if (slot?.kind !== 'entity') return null;
    for (const required of slot.target.target.requires) {
      if (required.kind === 'field') return null;
      for (const type of objectTypes(required.type, schema)) covered.add(type);
    }
  }
  return covered;
}

function objectTypes(name: string, schema: GraphQLSchema): ReadonlySet<string> {
  const type = schema.getType(name);
  if (!isAbstractType(type)) return new Set([name]);
  return new Set(schema.getPossibleTypes(type).map((object) => object.name));
}

function common(some: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...some].filter((name) => others.has(name)));
}
