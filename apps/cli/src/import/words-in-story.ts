import { type FigureWordsFragment, type WantedFragment, WordsOfPictureDocument } from '../__generated__/operations.ts';
import type { Gateway } from '../gateway.ts';
import type { DescribedPicture } from '../picture/store-picture.ts';

/** What media is to know of a picture that waited: what its figure says of it in the story by now, and the story's terms. */
export async function wordsInStory(
  { articleId, elementId }: WantedFragment,
  gateway: Gateway,
): Promise<DescribedPicture> {
  const { article } = await gateway.send(WordsOfPictureDocument, { articleId });
  if (!article) return {};
  const elements = article.body.flatMap((element) =>
    element.__typename === 'LiveEntryElement' ? element.body : [element],
  );
  const figure = elements.find(
    (element): element is FigureWordsFragment => element.__typename === 'FigureElement' && element.id === elementId,
  );
  return {
    caption: figure?.caption ?? undefined,
    credit: figure?.credit ?? undefined,
    altText: figure?.altText ?? undefined,
    ofStory: {
      copyrightNotice: article.copyrightNotice ?? undefined,
      usageTerms: article.usageTerms ?? undefined,
    },
  };
}
