import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCatalogue, isErrorCode } from './error-catalogue.ts';

const page = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('docs/errors.md lists exactly the codes of the catalogue, in its order, with their messages and whether to retry', () => {
  const listed = rows.map(([, code, message, retry]) => ({ code, message, retry }));
  const catalogued = Object.entries(errorCatalogue).map(([code, { message, retry }]) => ({
    code: `\`${code}\``,
    message,
    retry: retry ? 'yes' : 'no',
  }));
  expect(listed).toEqual(catalogued);
});

it('docs/errors.md says what to do about each', () => {
  expect(rows.filter(([, , , , advice]) => !advice)).toEqual([]);
});

it('takes only its own codes for codes', () => {
  expect(isErrorCode('FORBIDDEN')).toBe(true);
  expect(isErrorCode('toString')).toBe(false);
  expect(isErrorCode(7)).toBe(false);
});
