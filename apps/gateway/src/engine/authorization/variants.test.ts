import { describe, expect, it } from 'vitest';
import { createVariantBound } from './variants.ts';

describe('what was compiled of one operation for viewers of several grants', () => {
  const many = Array.from({ length: 32 }, (_, number) => `v${number}`);

  it('is kept for so many of them, and then the oldest goes', () => {
    const { add } = createVariantBound<object>();
    const operation = {};
    expect(many.map((variant) => add(operation, variant))).toEqual(many.map(() => undefined));
    expect(add({}, 'of another operation')).toBeUndefined();
    expect(add(operation, 'one more')).toBe('v0');
  });

  it('pushes no other out when it is made again and again, as what cannot be planned is', () => {
    const { add } = createVariantBound<object>();
    const operation = {};
    for (const variant of many.slice(1)) add(operation, variant);
    for (let times = 0; times < 100; times++) expect(add(operation, 'cannot be planned')).toBeUndefined();
    expect(add(operation, 'one more')).toBe('v1');
  });
});
