import { expect, test } from 'vitest';
import { errorCodesOf } from './error-codes.ts';

const error = (code: string, message = 'm') => ({ message, extensions: { code } });
const both = (answer: object) => {
  const text = JSON.stringify(answer);
  const codes = errorCodesOf({ body: text });
  expect(errorCodesOf({ body: Buffer.from(text) })).toEqual(codes);
  return codes;
};

test('an answer without errors has no codes, whatever its data says', () => {
  expect(both({ data: { errors: [error('A')] } })).toEqual([]);
  expect(both({ data: null })).toEqual([]);
});

test('each error of an answer gives its code, with data behind it or without', () => {
  expect(both({ errors: [error('A'), error('B'), error('A')], data: { a: 1 } })).toEqual(['A', 'B', 'A']);
  expect(both({ errors: [error('A')] })).toEqual(['A']);
  expect(both({ errors: [error('A')], data: null })).toEqual(['A']);
});

test('words that look like the end of the errors do not end them', () => {
  expect(both({ errors: [error('A', 'x],"data":{'), error('B', 'ש],"data":')], data: {} })).toEqual(['A', 'B']);
});

test('an error without a code is counted as one', () => {
  expect(both({ errors: [{ message: 'm' }, error('B')] })).toEqual(['UNKNOWN', 'B']);
});
