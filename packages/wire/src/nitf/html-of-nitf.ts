import { attributeOf, type MarkupElement, type MarkupNode, makeElement } from '../markup-tree.ts';

/** NITF's elements by the HTML that means the same. What is in neither list gives its content. */
const same = new Set([
  'p',
  'em',
  'q',
  'br',
  'hr',
  'ol',
  'ul',
  'li',
  'dl',
  'dt',
  'dd',
  'pre',
  'sub',
  'sup',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'strong',
  'b',
  'i',
  'u',
  'div',
  'span',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'img',
  'figure',
  'figcaption',
  'iframe',
  'cite',
]);
const renamed: Readonly<Record<string, string>> = {
  hl1: 'h2',
  hl2: 'h2',
  block: 'div',
  credit: 'cite',
  fn: 'div',
  note: 'div',
  tagline: 'p',
  bibliography: 'p',
  abstract: 'div',
  dateline: 'p',
};

/** Elements that describe and are not read. */
const silent = new Set([
  'nitf-table-metadata',
  'nitf-col',
  'nitf-colgroup',
  'media-metadata',
  'media-object',
  'script',
  'style',
]);

/** NITF's text as HTML: paragraphs, lists, tables and quotations stay, names of persons and places become plain text. */
export function htmlOfNitf(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (typeof node === 'string') return [node];
    if (silent.has(node.name)) return [];
    const children = htmlOfNitf(node.children);
    if (node.name === 'bq') return [makeElement('blockquote', signed(children))];
    if (node.name === 'a' || node.name === 'virtloc') return [linkOf(node, children)];
    const name = same.has(node.name) ? node.name : Object.hasOwn(renamed, node.name) ? renamed[node.name] : undefined;
    return name ? [{ ...node, name, children }] : children;
  });
}

function linkOf(node: MarkupElement, children: readonly MarkupNode[]): MarkupElement {
  return makeElement('a', children, { href: attributeOf(node, 'href') });
}

/** The credit of a quotation stands in its block; HTML's quotation looks for it among its own children. */
function signed(children: readonly MarkupNode[]): MarkupNode[] {
  return children.flatMap((child) => (typeof child !== 'string' && child.name === 'div' ? child.children : [child]));
}
