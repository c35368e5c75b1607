import type { Role } from '@dateline/service-kit/viewer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymousKeys, operationKey, requestKey, storageKey, viewerKeys } from './cache-key.ts';

/** Words made of what might pass for the end of a part. */
const word = fc.string({ unit: fc.constantFrom('"', ',', '[', ']', '\\', 'a', '\n', 'null', '{}'), maxLength: 6 });
const parts = fc.record({
  schemaId: word,
  operation: word,
  operationName: fc.option(word),
  variables: fc.dictionary(word, word, { maxKeys: 2 }),
  viewer: fc.option(
    fc.record({ id: word, displayName: word, roles: fc.subarray<Role>(['READER', 'STAFF', 'EDITOR']) }),
    { freq: 3 },
  ),
});

function keyOf(from: Parts, part: 'classKey' | 'ownKey'): string {
  return storageKey(viewerKeys(from.viewer)[part], requestKey(operationKey(from), from.variables) ?? '');
}

describe('cache keys', () => {
  it('are the same only when every part is', () => {
    const property = fc.property(parts, parts, (one, other) => {
      expect(keyOf(one, 'ownKey') === keyOf(other, 'ownKey')).toBe(isSame(one, other));
      expect(keyOf(one, 'ownKey')).toBe(keyOf(structuredClone(one), 'ownKey'));
      // Nobody's own answers stand where a class's do.
      if (one.viewer !== null) expect(keyOf(one, 'ownKey')).not.toBe(keyOf(other, 'classKey'));
    });
    fc.assert(property, { numRuns: 2_000 });
  });

  it('tell apart viewers of the same name, roles or id, and put all with the same roles in one class', () => {
    const ada = { id: '1', displayName: 'Ada', roles: ['STAFF', 'EDITOR'] as const };
    const bob = { id: '2', displayName: 'Ada', roles: ['EDITOR', 'STAFF', 'EDITOR'] as const };
    const demoted = { ...ada, roles: ['STAFF'] as const };
    expect(viewerKeys(ada).classKey).toBe(viewerKeys(bob).classKey);
    expect(viewerKeys(ada).ownKey).not.toBe(viewerKeys(bob).ownKey);
    expect(viewerKeys(demoted).classKey).not.toBe(viewerKeys(ada).classKey);
    expect(viewerKeys(demoted).ownKey).not.toBe(viewerKeys(ada).ownKey);
  });

  it('keep the anonymous apart from a viewer without roles', () => {
    expect(viewerKeys({ id: 'anonymous', displayName: '', roles: [] }).classKey).not.toBe(anonymousKeys.classKey);
    expect(viewerKeys(null)).toBe(anonymousKeys);
  });

  it('hold an absent name for null, and absent variables for none', () => {
    const operation = operationKey({ schemaId: 's', operation: '{a}' });
    expect(operation).toBe(operationKey({ schemaId: 's', operation: '{a}', operationName: null }));
    expect(operation).not.toBe(operationKey({ schemaId: 's', operation: '{a}', operationName: '' }));
    expect(requestKey(operation, null)).toBe(requestKey(operation, {}));
    expect(requestKey(operation, { a: null })).not.toBe(requestKey(operation, {}));
  });

  it('do not exist for variables that are no JSON', () => {
    expect(requestKey('[]', { a: Symbol('a') })).toBeNull();
  });
});

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

function isSame(one: Parts, other: Parts): boolean {
  const scalars = (from: Parts) => [
    from.schemaId,
    from.operation,
    from.operationName,
    from.viewer?.id,
    from.viewer?.displayName,
  ];
  const names = (from: Parts) => Object.keys(from.variables).sort();
  return (
    scalars(one).every((scalar, index) => scalar === scalars(other)[index]) &&
    (one.viewer === null) === (other.viewer === null) &&
    [...(one.viewer?.roles ?? [])].sort().join() === [...(other.viewer?.roles ?? [])].sort().join() &&
    names(one).join('\0') === names(other).join('\0') &&
    names(one).every((name) => one.variables[name] === other.variables[name])
  );
}
