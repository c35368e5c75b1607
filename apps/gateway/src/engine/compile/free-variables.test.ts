import { Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { freeNamesOf, valuesByFreeNames, withFreeNames } from './free-variables.ts';

function renamed(query: string) {
  const [definition] = parse(query).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const freeNames = freeNamesOf(definition);
  const { definition: free } = withFreeNames({ definition, fragments: new Map() }, freeNames);
  return { freeNames, isSame: free === definition, text: print(free).replace(/\s+/g, ' ') };
}

describe('variables that are called what a call calls its own', () => {
  it('are called something else there, and all others stay', () => {
    const { text } = renamed('query($representations: Int = 1, $a: Int) { f(a: [$representations, $a]) }');
    expect(text).toBe('query ($client_representations: Int = 1, $a: Int) { f(a: [$client_representations, $a]) }');
  });

  it('are none, as a rule: then nothing is made anew', () => {
    const { isSame, freeNames } = renamed(
      'query($a: Int, $myrepresentations: Int) { f(a: $a, b: $myrepresentations) }',
    );
    expect([isSame, freeNames.size]).toEqual([true, 0]);
    const values = { variables: { a: 1 }, coerced: { a: 1 } };
    expect(valuesByFreeNames({ freeNames }, values.variables, values.coerced).variables).toBe(values.variables);
  });

  it('stay in directives, which are answered by them before', () => {
    expect(renamed('query($representations: Boolean!) { f @skip(if: $representations) }').text).toContain(
      '@skip(if: $representations)',
    );
  });

  it("never take a name, or a value, that is another one's", () => {
    const { freeNames } = renamed('query($representations: Int, $client_representations: Int) { f }');
    const values = { representations: 1, client_representations: 2, client_client_representations: 3, more: 4 };
    expect(valuesByFreeNames({ freeNames }, values, {}).variables).toEqual({
      client_client_representations: 1,
      client_representations: 2,
    });
    const without = { client_client_representations: 3 };
    expect(valuesByFreeNames({ freeNames }, without, {}).variables).toEqual({});
  });
});
