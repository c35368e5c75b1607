import type { BodyElement } from './body-element.ts';
import { flowOf } from './html-body/flow.ts';
import { htmlTree, unseenElements } from './html-tree.ts';
import type { MarkupNode } from './markup-tree.ts';

export interface HtmlBodyOptions {
  /** Relative addresses are meant from here. Without it a relative picture is a file beside the item, a relative link none. */
  readonly baseUrl?: string | undefined;
}

/**
 * An HTML or XHTML fragment as body elements. Inline markup stays, unsanitised, in fragments; text outside of blocks makes
 * paragraphs, two line breaks end one, unknown elements give their content. Scripts, styles, form controls and rules are
 * dropped, and no other text is. No input makes it throw; elements deeper than 100 are taken as their text.
 */
export function htmlBody(html: string, options: HtmlBodyOptions = {}): BodyElement[] {
  return flowOf(htmlTree(html), options.baseUrl);
}

/** The same for a tree that is read already, such as XHTML inside a NewsML item. */
export function bodyOfNodes(nodes: readonly MarkupNode[], { baseUrl }: HtmlBodyOptions = {}): BodyElement[] {
  return flowOf(asHtml(nodes), baseUrl);
}

/** XML knows no elements that go unseen, and its names may be in capitals. */
function asHtml(nodes: readonly MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    if (typeof node === 'string') return [node];
    const name = node.name.toLowerCase();
    return unseenElements.has(name) ? [] : [{ ...node, name, children: asHtml(node.children) }];
  });
}
