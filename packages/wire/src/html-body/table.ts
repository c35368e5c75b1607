import type { BodyElement } from '../body-element.ts';
import { attributeOf, childrenOf, descendantsOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { isPicture } from './as-inline.ts';
import type { ReadFlow } from './read-flow.ts';

const maxColspan = 50;

/**
 * A table of text: the rows of <thead>, or a first row of <th> alone, are its head. One that is there for the layout (it
 * holds another table, or has one cell) gives its content; pictures in cells stand after the table.
 */
export function elementsOfTable(table: MarkupElement, readFlow: ReadFlow): BodyElement[] {
  const rows = rowsOf(table);
  const isLayout =
    descendantsOf(table, 'table').length > 0 || rows.every(({ cells }) => cells.length < 2 && rows.length < 2);
  if (isLayout || hasLooseText(table)) return readFlow(table.children);
  const [first] = rows;
  const isHead = first !== undefined && (first.inHead || first.cells.every((cell) => cell.name === 'th'));
  const texts = rows.map(({ cells }) => cells.flatMap(cellTexts));
  const caption = childrenOf(table, 'caption')
    .map((child) => textOf(child))
    .filter((text) => text !== undefined)
    .join(' ');
  const [head = [], ...body] = isHead ? texts : [[], ...texts];
  const filled = body.filter((row) => row.some((text) => text !== ''));
  const pictures = rows.flatMap(({ cells }) => cells.flatMap((cell) => readFlow(cell.children))).filter(isPicture);
  if (filled.length === 0 && head.every((text) => text === ''))
    return [...(caption ? readFlow([caption]) : []), ...pictures];
  return [{ kind: 'table', head, rows: filled, ...(caption && { caption }) }, ...pictures];
}

interface Row {
  readonly inHead: boolean;
  readonly cells: readonly MarkupElement[];
}

function rowsOf(table: MarkupElement): Row[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'tr') return [{ inHead: false, cells: cellsOf(child) }];
    if (!['thead', 'tbody', 'tfoot'].includes(child.name)) return [];
    return childrenOf(child, 'tr').map((row) => ({ inHead: child.name === 'thead', cells: cellsOf(row) }));
  });
}

function cellsOf(row: MarkupElement): MarkupElement[] {
  return childrenOf(row).filter(({ name }) => name === 'td' || name === 'th');
}

/** A cell over several columns is its text and empty cells, so that columns stay under each other. */
function cellTexts(cell: MarkupElement): string[] {
  const span = Number.parseInt(attributeOf(cell, 'colspan') ?? '1', 10);
  const width = span > 1 ? Math.min(span, maxColspan) : 1;
  return [textOf(cell) ?? '', ...Array<string>(width - 1).fill('')];
}

/** Text that stands in the table and in none of its cells: it is no table that could be taken as one. */
function hasLooseText(element: MarkupElement): boolean {
  return element.children.some((child) => {
    if (typeof child === 'string') return child.trim() !== '';
    if (['td', 'th', 'caption', 'colgroup', 'col'].includes(child.name)) return false;
    return !['thead', 'tbody', 'tfoot', 'tr'].includes(child.name) || hasLooseText(child);
  });
}
