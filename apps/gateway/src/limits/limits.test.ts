import fc from 'fast-check';
import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { aliasLimit } from './aliases.ts';
import { costLimit } from './cost.ts';
import { depthLimit } from './depth.ts';
import { directiveLimit } from './directives.ts';
import { add, foldSelections } from './fold-selections.ts';
import { limitSettings } from './limit-settings.ts';
import { fragmentsOf, type Operation } from './operation.ts';
import { rootFieldLimit } from './root-fields.ts';
import { variableLimit } from './variables.ts';

const schema = buildSchema('type Query { a: Query b: Query list(first: Int): [Query] id: ID }');
const settings = Object.fromEntries(
  Object.entries(limitSettings).map(([name, setting]) => [name, setting.parse(undefined)]),
) as { [Name in keyof typeof limitSettings]: number };

function operationOf(query: string): Operation {
  const document = parse(query);
  const definition = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return { schema, definition: definition as OperationDefinitionNode, fragments: fragmentsOf(document), variables: {} };
}

const limits = { aliasLimit, costLimit, depthLimit, directiveLimit, rootFieldLimit, variableLimit };

/** 2^60 selections: whoever walks them never comes back. */
const bomb = `{ ...F0 } ${Array.from({ length: 60 }, (_, at) => `fragment F${at} on Query { x: a { ...F${at + 1} } y: b { ...F${at + 1} } }`).join(' ')} fragment F60 on Query { id }`;
/** The same without anything between. */
const flat = `{ ...F0 } ${Array.from({ length: 60 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F60 on Query { id }`;
const circle = '{ ...A } fragment A on Query { a { ...B } } fragment B on Query { b { ...A } }';

describe.each(Object.entries(limits))('%s alone', (_name, limit) => {
  it.each([
    ['a bomb of nested fragments', bomb],
    ['a bomb of flat fragments', flat],
    ['a circle of fragments', circle],
  ])('comes to an end with %s', (_bomb, query) => {
    const before = performance.now();
    limit(operationOf(query), settings);
    // Some 20 ms on this code; without an end the test would never see this line.
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

it('a fold over fragments is the fold over what they stand for', () => {
  const fields = fc.array(fc.constantFrom('id', 'x: id', 'a { id }', 'y: b { z: id a { id } }', '... { id }', '...G'), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(
      fields,
      fields.filter((own) => !own.includes('...G')),
      (selection, inner) => {
        const spread = operationOf(`{ ${selection.join(' ')} id } fragment G on Query { ${inner.join(' ')} }`);
        const written = operationOf(`{ ${selection.join(' ').replaceAll('...G', inner.join(' '))} id }`);
        const fieldsOf = ({ definition, fragments }: Operation) =>
          foldSelections(definition.selectionSet, fragments, {
            initial: 0,
            field: (_, below) => 1 + below(),
            combine: add,
          });
        expect(fieldsOf(spread)).toBe(fieldsOf(written));
      },
    ),
  );
});

it('a size below zero, or none, does not make the rest cheaper', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_147_483_648, max: 0 }), (size) => {
      const query = `{ list(first: ${size}) { id } dear: list(first: ${settings.MAX_COST + 1}) { a { id } } }`;
      expect(costLimit(operationOf(query), settings)?.code).toBe('TOO_COSTLY');
    }),
  );
});
