import { expect, test } from 'vitest';
import type { FigureFragment } from '../__generated__/operations.ts';
import { labelsFor } from '../labels/labels.ts';
import { creditLine, hasContent } from './figure-view.ts';

const image: NonNullable<FigureFragment['image']> = {
  width: 3,
  height: 2,
  placeholder: null,
  dominantColour: null,
  credit: 'Reuters',
  attribution: { text: 'צילום: רויטרס', direction: 'RTL' },
  rendition: null,
  avif: null,
  webp: null,
};
const figure: FigureFragment = { id: 'f1', role: 'INLINE', caption: null, altText: null, credit: 'Reuters', image };

test("a picture's own credit line is shown as media words it", () => {
  expect(creditLine(figure, labelsFor('he'))).toEqual({
    label: null,
    text: 'צילום: רויטרס',
    direction: 'rtl',
  });
});

test('a credit of this use that differs wins over it', () => {
  expect(creditLine({ ...figure, credit: 'AP' }, labelsFor('en'))).toMatchObject({ label: 'Photo', text: 'AP' });
});

test('without a picture the credit stands, labelled in the language of the page', () => {
  expect(creditLine({ ...figure, image: null }, labelsFor('en'))).toEqual({
    label: 'Photo',
    text: 'Reuters',
    direction: undefined,
  });
  expect(creditLine({ ...figure, image: null }, labelsFor('he'))).toMatchObject({
    label: 'צילום',
    text: 'Reuters',
  });
});

test('no credit, no line', () => {
  const bare = { ...figure, credit: null, image: { ...image, credit: null, attribution: null } };
  expect(creditLine(bare, labelsFor('en'))).toBeNull();
});

test('a figure is shown while it has a picture, a caption or a credit', () => {
  const empty = { ...figure, credit: null, image: null };
  expect(hasContent(empty)).toBe(false);
  expect(hasContent({ ...empty, caption: 'Words' })).toBe(true);
  expect(hasContent({ ...empty, credit: 'Reuters' })).toBe(true);
});
