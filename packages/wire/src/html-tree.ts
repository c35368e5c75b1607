import { Parser } from 'htmlparser2';
import type { MarkupElement, MarkupNode } from './markup-tree.ts';

/** Elements deeper than this are left out and their text is kept: what walks the tree may recurse. */
const maxDepth = 100;

/** Elements whose content no reader sees as text. */
export const unseenElements = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'svg',
  'math',
  'select',
  'button',
  'textarea',
]);

interface OpenElement extends MarkupElement {
  readonly children: MarkupNode[];
}

/** Elements beyond this number are left out, too: a tag takes a hundred times its length in memory. */
const maxElements = 200_000;

/** The parser looks through all open elements at each tag: where so many are open, it begins anew behind them. */
const maxOpenElements = 1000;

/**
 * The tree of an HTML or XHTML fragment (htmlparser2: forgiving, nothing is loaded or run). Comments are dropped, and with
 * them (unless they are to be kept) scripts, styles and form controls; CDATA is text, as in XHTML. No input makes it throw; time grows with its length.
 */
export function htmlTree(html: string, { keepUnseen = false } = {}): MarkupNode[] {
  const nodes: MarkupNode[] = [];
  const budget = { elements: maxElements };
  for (let from = 0; from < html.length; ) from += appendTree(nodes, html.slice(from), keepUnseen, budget);
  return nodes;
}

/** Appends what the text holds and answers how much of it was read: all, unless too many elements are open. */
function appendTree(nodes: MarkupNode[], html: string, keepUnseen: boolean, budget: { elements: number }): number {
  const root: OpenElement = { name: '', namespace: '', attributes: new Map(), children: nodes };
  const open: OpenElement[] = [root];
  let depth = 0;
  let unseenDepth = 0;
  let stoppedAt: number | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (stoppedAt !== undefined) return;
        depth += 1;
        if (depth > maxOpenElements) {
          stoppedAt = parser.endIndex + 1;
          parser.pause();
        }
        if (unseenDepth > 0) return;
        if (!keepUnseen && unseenElements.has(name)) {
          unseenDepth = depth;
          return;
        }
        const parent = open.at(-1) ?? root;
        budget.elements -= 1;
        if (budget.elements < 0) {
          if (depth <= maxDepth) open.push(parent);
          return;
        }
        const element: OpenElement = {
          name,
          namespace: '',
          attributes: new Map(Object.entries(attributes)),
          children: [],
        };
        parent.children.push(element);
        if (depth <= maxDepth) open.push(element);
      },
      onclosetag() {
        if (stoppedAt !== undefined) return;
        if (unseenDepth === 0 && depth <= maxDepth) open.pop();
        if (unseenDepth === depth) unseenDepth = 0;
        depth -= 1;
      },
      ontext(text) {
        if (stoppedAt === undefined && unseenDepth === 0) open.at(-1)?.children.push(text);
      },
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.end(html);
  return stoppedAt ?? html.length;
}
