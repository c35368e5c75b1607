import { cleanLine } from '../clean-text.ts';
import { attributeOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';

/** Of elements that say the same in several languages, the words in the item's language, or else the first. */
export function wordsIn(elements: readonly MarkupElement[], language: string | undefined): string | undefined {
  const base = language?.split('-')[0]?.toLowerCase();
  const own = elements.find((one) => attributeOf(one, 'xml:lang')?.toLowerCase() === language?.toLowerCase());
  const near = elements.find((one) => attributeOf(one, 'xml:lang')?.split('-')[0]?.toLowerCase() === base);
  const bare = elements.find((one) => attributeOf(one, 'xml:lang') === undefined);
  return cleanLine(textOf(own ?? near ?? bare ?? elements[0]));
}

/** The <name> of a concept, or its literal. */
export function nameOf(element: MarkupElement | undefined, language: string | undefined): string | undefined {
  const named = wordsIn(childrenOf(element, 'name'), language);
  return named ?? cleanLine(attributeOf(element, 'literal')) ?? nameOfText(element);
}

/** Old versions of the standard have the name as text of the element. */
function nameOfText(element: MarkupElement | undefined): string | undefined {
  return element && childrenOf(element).length === 0 ? cleanLine(textOf(element)) : undefined;
}
