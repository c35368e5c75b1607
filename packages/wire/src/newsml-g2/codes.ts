import { attributeOf, childrenOf, type MarkupElement } from '../markup-tree.ts';

/** The aliases that an item's own catalogs declare, with the address of their scheme. */
export type Catalog = ReadonlyMap<string, string>;

export function catalogOf(item: MarkupElement): Catalog {
  const schemes = childrenOf(item, 'catalog').flatMap((catalog) => childrenOf(catalog, 'scheme'));
  return new Map(
    schemes.map((scheme): [string, string] => [attributeOf(scheme, 'alias') ?? '', attributeOf(scheme, 'uri') ?? '']),
  );
}

/**
 * The concept that an element names, as an address where the scheme of its alias is known (its catalog stands in the item) and
 * with the alias where it is not: catalogs elsewhere are never loaded. Both ends say the code.
 */
export function conceptOf(element: MarkupElement | undefined, catalog: Catalog): string | undefined {
  const uri = attributeOf(element, 'uri');
  if (uri) return uri;
  const qcode = attributeOf(element, 'qcode');
  if (!qcode) return attributeOf(element, 'literal') ?? attributeOf(element, 'code');
  const scheme = catalog.get(qcode.slice(0, qcode.indexOf(':')));
  return scheme ? `${scheme}${qcode.slice(qcode.indexOf(':') + 1)}` : qcode;
}

/** The code alone: 'usable' of 'stat:usable' and of 'http://cv.iptc.org/newscodes/pubstatusg2/usable'. */
export function codeOf(concept: string | undefined): string | undefined {
  return concept === undefined ? undefined : /[^:/#]*$/.exec(concept)?.[0] || undefined;
}
