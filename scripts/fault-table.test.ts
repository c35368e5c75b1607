import { expect, it } from 'vitest';
import { faultTable } from './fault-table.ts';

const figure = (fault: string, passed = true) => ({ fault, what: 'it', threshold: '≤ 1', seen: '0', passed });

it('lists figures by the number of their fault, and says which are not within their threshold', () => {
  const lines = faultTable([figure('F10'), figure('F2', false), figure('F1')]).split('\n');
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(['fault', 'F1', 'F2', 'F10', '2']);
  expect(lines[2]).toMatch(/NO$/);
  expect(lines.at(-1)).toBe('2 of 3 figures within their threshold');
});

it('says so when there is none', () => {
  expect(faultTable([])).toContain('0 of 0');
});
