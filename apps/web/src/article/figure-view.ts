import type { FigureFragment } from '../__generated__/operations.ts';
import { type HtmlDirection, htmlDirection } from '../labels/direction.ts';
import type { Labels } from '../labels/labels.ts';

export interface CreditLine {
  /** Stands before the text, which is a name then and may be in another script than the page; null where it says it all. */
  readonly label: string | null;
  readonly text: string;
  /** Undefined where the line runs as the page does. */
  readonly direction: HtmlDirection | undefined;
}

/**
 * Whose picture it is. The picture's own line is in the page's language already; a credit of this use that differs from
 * the picture's wins over it, and stands alone where there is no picture.
 */
export function creditLine(figure: FigureFragment, labels: Pick<Labels, 'photo'>): CreditLine | null {
  const { image, credit } = figure;
  const ofTheUse = credit !== null && credit !== image?.credit;
  if (image?.attribution && !ofTheUse) {
    return { label: null, text: image.attribution.text, direction: htmlDirection(image.attribution.direction) };
  }
  return credit ? { label: labels.photo, text: credit, direction: undefined } : null;
}

/** Is there anything of this figure to show? */
export function hasContent(figure: FigureFragment): boolean {
  return Boolean(figure.image?.rendition || figure.caption || figure.credit);
}
