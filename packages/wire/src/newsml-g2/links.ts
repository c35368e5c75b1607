import type { BodyElement } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { webAddress } from '../web-address.ts';
import { type Catalog, codeOf, conceptOf } from './codes.ts';

/** Links that readers may follow; a link without a title shows its address. */
export function seeAlso(itemMeta: MarkupElement | undefined): BodyElement[] {
  return linksOf(itemMeta, /^seealso$/i).flatMap((link) => {
    const url = webAddress(attributeOf(link, 'href'));
    return url
      ? [
          {
            kind: 'related' as const,
            title: cleanLine(textOf(childOf(link, 'title')) ?? attributeOf(link, 'title')) ?? url,
            url,
          },
        ]
      : [];
  });
}

/** The item that this one translates. */
export function translationOf(itemMeta: MarkupElement | undefined, catalog: Catalog): string | undefined {
  const [link] = linksOf(itemMeta, /^is(translation(of|from)|translatedfrom)$|^translat(ionof|edfrom)$/i);
  return attributeOf(link, 'residref') ?? conceptOf(link, catalog) ?? attributeOf(link, 'href');
}

function linksOf(itemMeta: MarkupElement | undefined, relation: RegExp): MarkupElement[] {
  return childrenOf(itemMeta, 'link').filter((link) =>
    relation.test(codeOf(attributeOf(link, 'rel') ?? attributeOf(link, 'reluri')) ?? ''),
  );
}
