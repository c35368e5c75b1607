import { expect, test } from 'vitest';
import { createOperationLabels, otherOperation, unnamedOperation } from './operation-label.ts';

test('known operations have their own label, whatever was asked before them', () => {
  const { know, labelOf } = createOperationLabels(2);
  know(['Known', 'Listed']);
  expect(['A', 'B', 'C', 'Known', 'A', 'Listed'].map(labelOf)).toEqual([
    'A',
    'B',
    otherOperation,
    'Known',
    'A',
    'Listed',
  ]);
});

test('the bound is on new names, not on requests', () => {
  const { labelOf } = createOperationLabels(1);
  expect([labelOf('A'), labelOf('A'), labelOf(undefined), labelOf('B')]).toEqual([
    'A',
    'A',
    unnamedOperation,
    otherOperation,
  ]);
});
