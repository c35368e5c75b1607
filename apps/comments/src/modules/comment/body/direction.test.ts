import { expect, it } from 'vitest';
import { directionOf } from './direction.ts';

it.each([
  ['Hello שלום', 'LTR'],
  ['שלום Hello', 'RTL'],
  ['مرحبا', 'RTL'],
  ['123, "!" – שלום', 'RTL'],
  ['٣ coffees', 'LTR'],
  ['\u200fHello', 'RTL'],
  ['\u200eשלום', 'LTR'],
  ['ⵜ', 'LTR'],
  ['𞤀', 'RTL'],
  ['12345 😀', 'LTR'],
  ['', 'LTR'],
])('reads %j from its first strong character: %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
