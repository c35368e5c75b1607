import { Kind, type ObjectFieldNode, parseValue, type ValueNode } from 'graphql';

/**
 * Do two signatures of a field (its name and arguments, as text) mean the same? Planners read arguments and write them
 * anew: numbers, an ID that is one, the order of an object's fields, and a list of one may look different then.
 */
export function isSameSignature(one: string, other: string): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(signature: string): string {
  const [, name = signature, given] = /^([^(]+)\((.*)\)$/s.exec(signature) ?? [];
  return `${name}${given === undefined ? '{}' : canonicalValue(parseValue(`{${given}}`, { noLocation: true }))}`;
}

/** Arguments of @fromContext are the planner's: no client and no directive writes them. */
function isWritten({ value }: ObjectFieldNode): boolean {
  return value.kind !== Kind.VARIABLE || !value.name.value.startsWith('contextualArgument');
}

const isWhole = /^-?(?:0|[1-9]\d*)$/;

function canonicalValue(value: ValueNode): string {
  switch (value.kind) {
    case Kind.OBJECT: {
      const fields = value.fields
        .filter(isWritten)
        .map((field) => `${field.name.value}:${canonicalValue(field.value)}`);
      return `{${fields.sort().join(',')}}`;
    }
    case Kind.LIST: {
      const [only, ...others] = value.values;
      return only && others.length === 0 ? canonicalValue(only) : `[${value.values.map(canonicalValue).join(',')}]`;
    }
    case Kind.INT:
    case Kind.FLOAT:
      return String(Number(value.value));
    case Kind.STRING:
      return isWhole.test(value.value) ? value.value : JSON.stringify(value.value);
    case Kind.VARIABLE:
      return `$${value.name.value}`;
    case Kind.NULL:
      return 'null';
    default:
      return String(value.value);
  }
}
