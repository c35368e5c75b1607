import { unseenElements } from '../html-tree.ts';
import { escapeMarkup } from '../markup.ts';
import type { MarkupNode } from '../markup-tree.ts';

const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Outside of a body, or one more than a document has. */
const structure = new Set(['html', 'head', 'body', 'frameset']);

/** Nodes as HTML that nests as it should, without scripts, and without names that no element has: those give their content. */
export function htmlOfTree(nodes: readonly MarkupNode[]): string {
  return nodes.map(htmlOfNode).join('');
}

function htmlOfNode(node: MarkupNode): string {
  if (typeof node === 'string') return escapeMarkup(node);
  if (unseenElements.has(node.name) && node.name !== 'head') return '';
  const inside = node.name === 'head' ? '' : htmlOfTree(node.children);
  if (structure.has(node.name) || !/^[a-z][a-z\d-]*$/.test(node.name)) return inside;
  const attributes = [...node.attributes]
    .filter(([name]) => /^[a-z][\w:.-]*$/.test(name))
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`);
  const start = `<${node.name}${attributes.join('')}>`;
  return voidElements.has(node.name) ? `${start}${inside}` : `${start}${inside}</${node.name}>`;
}
