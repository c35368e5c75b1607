import { expect, test } from 'vitest';
import { directionOf } from './direction.ts';

test.each(['he', 'ar', 'ar-EG', 'fa', 'UR'])('%s runs from right to left', (tag) => {
  expect(directionOf(tag)).toBe('rtl');
});

test.each(['en', 'fr', 'ru', '', 'arn'])('%j runs from left to right', (tag) => {
  expect(directionOf(tag)).toBe('ltr');
});
