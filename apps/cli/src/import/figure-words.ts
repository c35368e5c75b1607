import type { BodyElement, Figure } from '@dateline/wire/body-element';
import type { NewsItem } from '@dateline/wire/news-item';
import type { PictureWords } from '../picture/store-picture.ts';

/** Every figure of an item, those within live entries too. */
export function figuresOf(body: readonly BodyElement[]): Figure[] {
  return body.flatMap((element): Figure[] => {
    if (element.kind === 'liveEntry') return figuresOf(element.body);
    return element.kind === 'figure' ? [element] : [];
  });
}

/** How a figure names its picture, as the graph was told it (import-input.ts). */
export function referenceOf({ picture }: Figure): string | undefined {
  return picture?.url ?? picture?.fileName;
}

/** What media is to know of a picture, from the first figure of the item that names it. */
export function wordsOf(item: NewsItem, reference: string): PictureWords {
  const figure = figuresOf(item.body).find((one) => referenceOf(one) === reference);
  return {
    caption: figure?.caption,
    credit: figure?.credit ?? item.creditLine,
    altText: figure?.altText,
    creator: figure?.picture?.creator,
    copyrightNotice: figure?.picture?.copyright ?? item.copyright,
    usageTerms: figure?.picture?.usageTerms ?? item.usageTerms,
  };
}
