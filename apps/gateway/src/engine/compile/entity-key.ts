import { isObjectType } from 'graphql';
import type { Path, Required, RequiredField } from '../planner/plan.ts';
import { fieldsRequired, type Position, type TargetProgram } from './positions.ts';

/** The places of a position's field slots in its bundle, by slot. */
export function partsOf({ slots }: Position): number[] {
  return slots.flatMap((slot, index) => (slot.kind === 'field' ? [index] : []));
}

export function hasOnePart(position: Position): boolean {
  return partsOf(position).length <= 1;
}

const known = new WeakMap<TargetProgram, string | null>();

/**
 * The field of an object whose value alone says which entity of a target it is: whatever goes into its representation is
 * that value, or belongs to entities that were found by that value. Objects with the same value need to be looked at
 * once. Null where a representation hangs on more.
 */
export function keyField(target: TargetProgram): string | null {
  const before = known.get(target);
  if (before !== undefined) return before;
  const field = findKeyField(target);
  known.set(target, field);
  return field;
}

function findKeyField({ position, slotsBefore, target }: TargetProgram): string | null {
  const [type, ...otherTypes] = position.types;
  if (!isObjectType(type) || otherTypes.length > 0 || !hasOnePart(position)) return null;
  if (target.contextVariables.length > 0) return null;
  const required = fieldsOf(target.requires, type.name);
  const keys = new Set(required?.map((field) => keyOfField(field, position, slotsBefore)));
  const [key, ...others] = keys;
  return key !== undefined && others.length === 0 ? key : null;
}

/** What is required of this one type, without its name; null when something depends on another type. */
function fieldsOf(requires: readonly Required[], type: string): RequiredField[] | null {
  const fields: RequiredField[] = [];
  for (const required of requires) {
    if (required.kind === 'field') {
      if (required.name !== '__typename') fields.push(required);
      continue;
    }
    const inner = required.type === type ? fieldsOf(required.selections, type) : null;
    if (!inner) return null;
    fields.push(...inner);
  }
  return fields;
}

/** The field that a required one hangs on: itself, or what the entities that bring it are found by. */
function keyOfField(required: RequiredField, position: Position, slotsBefore: number): string | null {
  const { selections } = required;
  const sources = fieldsRequired(position, required).flatMap(({ sources }) => sources);
  const keys = sources.map(({ slot: index, key: own }) => {
    const slot = position.slots[index];
    if (slot?.kind === 'field') return selections.length === 0 ? own : null;
    return slot?.kind === 'entity' && index < slotsBefore ? keyField(slot.target) : null;
  });
  const [only, ...others] = new Set(keys);
  return only !== undefined && others.length === 0 ? only : null;
}

/**
 * An earlier target at the same place whose entities hold what this one's representations need: whatever it did not find
 * cannot be asked for here. Both know their entities by the same field, so the place need not be walked to again.
 */
export function forerunner(target: TargetProgram): TargetProgram | null {
  const { position, slotsBefore, target: planned } = target;
  const [type] = position.types;
  const key = keyField(target);
  if (key === null || !type) return null;
  for (const required of fieldsOf(planned.requires, type.name) ?? []) {
    const [source, ...others] = fieldsRequired(position, required).flatMap(({ sources }) => sources);
    const slot = source && source.slot < slotsBefore ? position.slots[source.slot] : undefined;
    if (others.length > 0 || slot?.kind !== 'entity') continue;
    if (isSamePath(slot.target.target.path, planned.path)) return slot.target;
  }
  return null;
}

const isSamePath = (one: Path, other: Path) => JSON.stringify(one) === JSON.stringify(other);

export interface ScalarKey {
  readonly typename: string;
  readonly field: string;
  readonly name: string;
}

/**
 * The one field that says which entity it is, when representations hold nothing else: then its value is enough to find
 * the entity again. Null in all other cases.
 */
export function scalarKey({
  position,
  target: { requires, typenames, contextVariables },
}: TargetProgram): ScalarKey | null {
  const [type, ...otherTypes] = position.types;
  const [only, ...others] = requires;
  if (!isObjectType(type) || otherTypes.length > 0 || others.length > 0 || contextVariables.length > 0) return null;
  if (only?.kind !== 'fragment' || only.type !== type.name || typenames.length > 0) return null;
  const fields = only.selections.filter((field) => field.kind !== 'field' || field.key !== '__typename');
  const [field, ...more] = fields;
  if (field?.kind !== 'field' || more.length > 0 || field.selections.length > 0) return null;
  const sources = fieldsRequired(position, field).flatMap(({ sources }) => sources);
  const [source] = sources;
  const isInBundle = source !== undefined && position.slots[source.slot]?.kind === 'field';
  if (sources.length !== 1 || !isInBundle || !hasOnePart(position)) return null;
  return { typename: type.name, field: source.key, name: field.name };
}
