import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImageRow } from './image.ts';
import { applyChange } from './rules.ts';

const row: ImageRow = {
  id: '01890000-0000-7000-8000-000000000000',
  digest: 'a'.repeat(64),
  mimeType: 'image/jpeg',
  byteSize: 1,
  width: 1,
  height: 1,
  caption: 'A harbour',
  altText: null,
  credit: 'Reuters',
  creator: null,
  source: null,
  copyrightNotice: null,
  usageTerms: null,
  capturedAt: null,
  location: null,
  keywords: ['sea'],
  origins: { caption: 'XMP', credit: 'IIM', keywords: 'XMP' },
  focalX: 0.25,
  focalY: 0.5,
  placeholder: 'data:,',
  dominantColour: '#000000',
  searchText: '',
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

describe('a change of a picture', () => {
  it('marks as the editor’s own just the words that it changed', () => {
    const { origins } = applyChange(row, { caption: 'A quay', credit: 'Reuters', altText: 'Boats' });
    expect(origins).toEqual({ caption: 'EDITOR', credit: 'IIM', keywords: 'XMP', altText: 'EDITOR' });
  });

  it('is none when it says what stands there, and gives the very row', () => {
    expect(applyChange(row, {})).toBe(row);
    expect(applyChange(row, { caption: ' A harbour ', altText: '', keywords: ['sea', 'sea '] })).toBe(row);
    expect(applyChange(row, { focalPoint: { x: 0.25, y: 0.5 } })).toBe(row);
  });

  it('with null empties words and brings the focal point to the middle', () => {
    expect(applyChange(row, { caption: null, keywords: null, focalPoint: null })).toMatchObject({
      caption: null,
      keywords: [],
      focalX: 0.5,
      focalY: 0.5,
    });
  });

  it('made twice is made once', () => {
    const text = fc.option(fc.string(), { nil: undefined });
    const change = fc.record({ caption: text, credit: text, keywords: fc.option(fc.array(fc.string())) });
    fc.assert(
      fc.property(change, (given) => {
        const once = applyChange(row, given);
        expect(applyChange(once, given)).toBe(once);
      }),
    );
  });
});
