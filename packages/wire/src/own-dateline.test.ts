import { expect, it } from 'vitest';
import { datelineFrom } from './own-dateline.ts';

const opening = (html: string) => datelineFrom('Haven', [{ kind: 'paragraph', html }]);

it.each([
  'GROSSETO, Italy (AP) -- The trial has begun.',
  'GROSSETO, Italy (AP) — The trial has begun.',
  '<b>LONDON</b>, Nov 20 (Reuters) - Markets fell.',
  'SYDNEY — Markets fell.',
  'Paris, 3 mars (AFP) - Les marchés.',
  'תל אביב (רויטרס) – השווקים ירדו.',
])('the text says by itself where it was filed: %s', (html) => {
  expect(opening(html)).toBeUndefined();
});

it.each([
  'The ferry left at dawn.',
  'Two ministers (of five) - both new - have left.',
  'NATO and its members – all of them – meet.',
  'Ships of the MSC (Geneva) sailed on.',
  '',
])('the place is told above: %j', (html) => {
  expect(opening(html)).toBe('Haven');
});
