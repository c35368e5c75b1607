import { attributeOf, childrenOf, descendantsOf, type MarkupElement, textOf } from '../markup-tree.ts';

/** What a page says of itself outside of its text. */
export interface PageData {
  /** The content of <meta> by property or name, in lower case: 'og:title', 'description'. */
  meta(...names: readonly string[]): string | undefined;
  metas(...names: readonly string[]): string[];
  /** The value of the first element with the itemprop, as microdata reads it. */
  itemprop(...names: readonly string[]): string | undefined;
  /** The types of microdata: 'http://schema.org/NewsArticle'. */
  readonly itemTypes: readonly string[];
  link(rel: string): string | undefined;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly firstHeading: string | undefined;
  /** The line that the page shows its readers: 'By Jane Roe'. */
  readonly shownByline: string | undefined;
  readonly baseHref: string | undefined;
}

const maxBylineLength = 100;

function isByline(element: MarkupElement): boolean {
  return (
    attributeOf(element, 'rel') === 'author' ||
    /(^|\s)(byline|p-author|author-name)(\s|$)/i.test(attributeOf(element, 'class') ?? '')
  );
}

function shownByline(element: MarkupElement): string | undefined {
  const text = isByline(element) ? textOf(element) : undefined;
  if (text !== undefined && text.length <= maxBylineLength) return text;
  for (const child of childrenOf(element)) {
    const found = shownByline(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function pageData(page: MarkupElement): PageData {
  const contents = new Map<string, string[]>();
  for (const meta of descendantsOf(page, 'meta')) {
    const name = (
      attributeOf(meta, 'property') ??
      attributeOf(meta, 'name') ??
      attributeOf(meta, 'http-equiv')
    )?.toLowerCase();
    const content = attributeOf(meta, 'content');
    if (name && content) contents.set(name, [...(contents.get(name) ?? []), content].slice(0, 200));
  }
  const items = new Map<string, string>();
  const itemTypes: string[] = [];
  readItems(page, items, itemTypes);
  const links = descendantsOf(page, 'link');
  const metas = (...names: readonly string[]) =>
    names.map((name) => contents.get(name)).find((found) => found !== undefined) ?? [];
  return {
    metas,
    meta: (...names) => metas(...names)[0],
    itemprop: (...names) => names.map((name) => items.get(name)).find((value) => value !== undefined),
    itemTypes,
    link: (rel) =>
      attributeOf(
        links.find((link) => attributeOf(link, 'rel')?.toLowerCase() === rel && attributeOf(link, 'href')),
        'href',
      ),
    language:
      attributeOf(descendantsOf(page, 'html')[0], 'lang') ?? attributeOf(descendantsOf(page, 'html')[0], 'xml:lang'),
    title: textOf(descendantsOf(page, 'title')[0]),
    firstHeading: descendantsOf(page, 'h1')
      .map((heading) => textOf(heading))
      .find((text) => text !== undefined),
    shownByline: shownByline(page),
    baseHref: attributeOf(descendantsOf(page, 'base')[0], 'href'),
  };
}

/** HTML 5.4 of the living standard (microdata): the value is an attribute for some elements, and the text of the others. */
function readItems(element: MarkupElement, items: Map<string, string>, types: string[]): void {
  const type = attributeOf(element, 'itemtype');
  if (type && types.length < 100) types.push(type);
  for (const name of attributeOf(element, 'itemprop')?.split(/\s+/) ?? []) {
    const named = attributeOf(element, 'itemscope') === undefined && !element.attributes.has('itemscope');
    const value = named ? itemValue(element) : nameOfItem(element);
    if (value && !items.has(name)) items.set(name, value);
  }
  for (const child of childrenOf(element)) readItems(child, items, types);
}

function itemValue(element: MarkupElement): string | undefined {
  const attribute = ['content', 'datetime', 'src']
    .map((name) => attributeOf(element, name))
    .find((value) => value !== undefined);
  if (attribute) return attribute;
  return element.name === 'link' ? attributeOf(element, 'href') : textOf(element);
}

function nameOfItem(element: MarkupElement): string | undefined {
  const name = (at: MarkupElement): string | undefined => {
    if (attributeOf(at, 'itemprop') === 'name') return itemValue(at);
    return childrenOf(at)
      .map(name)
      .find((found) => found !== undefined);
  };
  return (
    childrenOf(element)
      .map(name)
      .find((found) => found !== undefined) ?? textOf(element)
  );
}
