import type { ImageTextRow } from '../image-text/store.ts';
import { type BodyElement, type FigureElement, isFigure } from './body-element.ts';

/** Whoever knows the words that media says of its pictures. */
export interface ImageTexts {
  readonly loaders: { readonly imageTextById: { load(id: string): Promise<ImageTextRow | null> } };
}

/** The words of a figure that a reader sees: its own, or its picture's. */
export async function ownOrImageText(
  figure: FigureElement,
  field: 'caption' | 'altText' | 'credit',
  { loaders }: ImageTexts,
): Promise<string | null> {
  if (figure[field] !== null || figure.imageId === null) return figure[field];
  return (await loaders.imageTextById.load(figure.imageId))?.[field] ?? null;
}

/** A body whose figures, those in entries too, carry the words that a reader sees. */
export function withImageTexts<Element extends BodyElement>(
  body: readonly Element[],
  context: ImageTexts,
): Promise<Element[]> {
  return Promise.all(
    body.map(async (element) => {
      if (element.kind === 'liveEntry') return { ...element, body: await withImageTexts(element.body, context) };
      return isFigure(element) ? { ...element, ...(await wordsOf(element, context)) } : element;
    }),
  );
}

async function wordsOf(figure: FigureElement, context: ImageTexts) {
  const [caption, altText, credit] = await Promise.all([
    ownOrImageText(figure, 'caption', context),
    ownOrImageText(figure, 'altText', context),
    ownOrImageText(figure, 'credit', context),
  ]);
  return { caption, altText, credit };
}
