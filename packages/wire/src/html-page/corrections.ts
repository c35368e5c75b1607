import type { DraftPart } from '../draft-item.ts';
import { lineFromAny } from '../plain-text.ts';
import { readDate } from '../wire-date.ts';
import { asText, isNode, type LinkedNode, textOfProperty, valuesOf } from './json-ld.ts';

/** schema.org 'correction': for readers, as what the page shows is. One that only links to another page says nothing here. */
export function pageCorrections(
  article: LinkedNode | undefined,
  timeZone: string | undefined,
): DraftPart['corrections'] {
  return valuesOf(article, 'correction').flatMap((value) => {
    const note = lineFromAny(isNode(value) ? textOfProperty(value, 'text', '@value', 'description') : asText(value));
    const at = isNode(value) ? readDate(textOfProperty(value, 'datePublished'), { timeZone }) : undefined;
    const isLink = /^(https?:|[/#])\S*$/i.test(note ?? '');
    return note && !isLink ? [{ note, ...(at && { at }) }] : [];
  });
}
