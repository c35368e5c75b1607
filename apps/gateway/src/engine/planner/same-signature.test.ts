import { expect, it } from 'vitest';
import { isSameSignature } from './same-signature.ts';

it.each([
  ['f', 'f'],
  ['f(a: 1)', 'f(a: 1.0)'],
  ['f(a: "7")', 'f(a: 7)'],
  ['f(a: {x: 1, y: [true]})', 'f(a: {y: true, x: 1})'],
  ['f(a: """x""")', 'f(a: "x")'],
  ['f(a: $v)', 'f(a: $v)'],
  ['f', 'f(here: $contextualArgument_1_0)'],
])('%s is %s, written in another way', (one, other) => {
  expect(isSameSignature(one, other)).toBe(true);
});

it.each([
  ['f', 'g'],
  ['f', 'f(a: 1)'],
  ['f(a: 1)', 'f(a: 2)'],
  ['f(a: 1)', 'f(b: 1)'],
  ['f(a: "x")', 'f(a: "y")'],
  ['f(a: "x")', 'f(a: x)'],
  ['f(a: "007")', 'f(a: 7)'],
  ['f(a: $v)', 'f(a: $w)'],
  ['f(a: null)', 'f'],
  ['f(a: [])', 'f(a: null)'],
  ['f(a: [1, 2])', 'f(a: [2, 1])'],
  ['f(a: "$v")', 'f(a: $v)'],
])('%s is not %s', (one, other) => {
  expect(isSameSignature(one, other)).toBe(false);
});
