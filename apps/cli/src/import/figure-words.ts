import type { BodyElement, Figure } from '@dateline/wire/body-element';
import type { NewsItem } from '@dateline/wire/news-item';
import type { DescribedPicture } from '../picture/store-picture.ts';

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
export function wordsOf(item: NewsItem, reference: string): DescribedPicture {
  const figure = figuresOf(item.body).find((one) => referenceOf(one) === reference);
  return {
    caption: figure?.caption,
    credit: figure?.credit,
    altText: figure?.altText,
    creator: figure?.picture?.creator,
    copyrightNotice: figure?.picture?.copyright,
    usageTerms: figure?.picture?.usageTerms,
    ofStory: { credit: item.creditLine, copyrightNotice: item.copyright, usageTerms: item.usageTerms },
  };
}
