import { type ConstDirectiveNode, type DocumentNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** A @key of an entity type: the names of its fields, in its order. Keys with fields inside fields are left out. */
export interface EntityKey {
  readonly fields: readonly string[];
}

/**
 * The key that says which entity an object is, by type: the one that most subgraphs know it by, and of equals the first.
 * Interfaces with a key are in it too.
 */
export function entityKeysOf({ definitions }: DocumentNode): ReadonlyMap<string, EntityKey> {
  const keys = new Map<string, EntityKey>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const counts = new Map<string, number>();
    for (const key of (definition.directives ?? []).flatMap(flatKeyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
    const [first, ...rest] = counts;
    if (!first) continue;
    const [fields] = rest.reduce((best, next) => (next[1] > best[1] ? next : best), first);
    keys.set(definition.name.value, { fields: fields.split(' ') });
  }
  return keys;
}

function flatKeyOf({ name, arguments: given = [] }: ConstDirectiveNode): string[] {
  if (name.value !== 'join__type') return [];
  const key = given.find((argument) => argument.name.value === 'key')?.value;
  if (key?.kind !== Kind.STRING) return [];
  const fields = flatFields(parseSelection(key.value));
  return fields === null ? [] : [fields.join(' ')];
}

function parseSelection(fields: string): SelectionSetNode | null {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : null;
}

function flatFields(set: SelectionSetNode | null): string[] | null {
  const fields = (set?.selections ?? []).map((selection) =>
    selection.kind === Kind.FIELD && !selection.selectionSet ? selection.name.value : null,
  );
  return fields.length > 0 && !fields.includes(null) ? fields.filter((field) => field !== null) : null;
}
