import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { conditionalRootError } from './subscription-root.ts';

const errorOf = (document: string) => conditionalRootError(parse(document))?.message ?? null;

describe('the root field of a subscription', () => {
  it.each([
    'subscription ($x: Boolean!) { a @skip(if: $x) }',
    'subscription { a @include(if: true) }',
    'subscription ($x: Boolean!) { ... @skip(if: $x) { a } }',
    'subscription ($x: Boolean!) { ...F @skip(if: $x) } fragment F on Subscription { a }',
    'subscription ($x: Boolean!) { ...F } fragment F on Subscription { ... on Subscription { a @skip(if: $x) } }',
    'query Q { q } subscription ($x: Boolean!) { a @skip(if: $x) }',
  ])('may not be conditional: %s', (document) => {
    expect(errorOf(document)).toContain('@skip');
  });

  it.each([
    'subscription ($x: Boolean!) { a { b @skip(if: $x) } }',
    'subscription ($x: Boolean!) { a { ...F @include(if: $x) } } fragment F on A { b }',
    'query ($x: Boolean!) { a @skip(if: $x) }',
    'subscription { ...F } fragment F on Subscription { ...F a }',
  ])('may have conditions below it, and queries may have them anywhere: %s', (document) => {
    expect(errorOf(document)).toBeNull();
  });
});
