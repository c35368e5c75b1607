import type { BodyElement } from '../body-element.ts';
import { type Byline, readBylines, uniqueBylines } from '../bylines.ts';
import { cleanLine } from '../clean-text.ts';
import { bodyOfNodes } from '../html-body.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  type MarkupElement,
  type MarkupNode,
  textOf,
} from '../markup-tree.ts';
import { htmlOfNitf } from './html-of-nitf.ts';
import { elementOfMedia } from './media.ts';

/** What the body of a NITF document says, also where it stands inside another format. */
export interface NitfStory {
  readonly headline?: string | undefined;
  readonly standfirst?: string | undefined;
  readonly dateline?: string | undefined;
  readonly bylines: Byline[];
  readonly body: BodyElement[];
  readonly language?: string | undefined;
  readonly editorialNote?: string | undefined;
  readonly usageTerms?: string | undefined;
  readonly creditLine?: string | undefined;
}

/**
 * The story of a <nitf>. The standfirst is its abstract, or else its second headline; where it has both, the second headline
 * is the body's first heading. A picture before the first paragraph is the lead.
 */
export function nitfStory(nitf: MarkupElement, baseUrl: string | undefined): NitfStory {
  const body = childOf(nitf, 'body');
  const head = childOf(body, 'body.head');
  const abstract = textOf(childOf(head, 'abstract'));
  const second = childOf(head, 'hedline', 'hl2');
  const notes = childrenOf(head, 'note');
  const isForReaders = (note: MarkupElement) => attributeOf(note, 'noteclass') === 'publishable';
  return {
    headline:
      textOf(childOf(head, 'hedline', 'hl1')) ??
      textOf(childOf(head, 'hedline')) ??
      textOf(childOf(nitf, 'head', 'title')),
    standfirst: abstract ?? textOf(second),
    dateline: textOf(childOf(head, 'dateline')),
    bylines: uniqueBylines(childrenOf(head, 'byline').flatMap(bylinesOf)),
    body: [
      ...bodyOf([...(abstract && second ? [second] : []), ...notes.filter(isForReaders)], baseUrl),
      ...withLead(bodyOf(contentOf(body), baseUrl)),
    ],
    language: attributeOf(nitf, 'xml:lang') ?? attributeOf(body, 'xml:lang') ?? attributeOf(nitf, 'lang'),
    editorialNote: linesOf(notes.filter((note) => !isForReaders(note))),
    usageTerms: linesOf(childrenOf(head, 'rights')),
    creditLine: textOf(childOf(head, 'distributor')),
  };
}

/** The text, with its end; some write paragraphs right into <body>. */
function contentOf(body: MarkupElement | undefined): MarkupNode[] {
  const content = childOf(body, 'body.content');
  const end = childOf(body, 'body.end');
  if (content) return [...content.children, ...(end?.children ?? [])];
  return (body?.children ?? []).filter(
    (child) => typeof child === 'string' || !['body.head', 'byline', 'hedline'].includes(child.name),
  );
}

/** Text as HTML has it; media, which say more than a figure of HTML can, by themselves. */
function bodyOf(nodes: readonly MarkupNode[], baseUrl: string | undefined): BodyElement[] {
  const body: BodyElement[] = [];
  let text: MarkupNode[] = [];
  const endText = () => {
    for (const element of bodyOfNodes(htmlOfNitf(text), { baseUrl })) body.push(element);
    text = [];
  };
  const read = (node: MarkupNode): void => {
    const holdsMedia = typeof node !== 'string' && descendantsOf(node, 'media').length > 0;
    if (typeof node === 'string' || (node.name !== 'media' && !holdsMedia)) {
      text.push(node);
      return;
    }
    endText();
    if (node.name !== 'media') node.children.forEach(read);
    else body.push(...[elementOfMedia(node, baseUrl)].filter((element) => element !== undefined));
    endText();
  };
  nodes.forEach(read);
  endText();
  return body;
}

function withLead(body: BodyElement[]): BodyElement[] {
  const [first, ...rest] = body;
  return first?.kind === 'figure' ? [{ ...first, role: 'LEAD' }, ...rest] : body;
}

/** The persons of a byline with their title, or its words. */
function bylinesOf(byline: MarkupElement): Byline[] {
  const role = cleanLine(textOf(childOf(byline, 'byttl')));
  const persons = descendantsOf(byline, 'person').map((person) => cleanLine(textOf(person)));
  const named = persons.filter((name) => name !== undefined).map((name) => ({ name, ...(role && { role }) }));
  if (named.length > 0) return named;
  const words = byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl');
  const read = readBylines(textOf({ ...byline, children: words })?.replace(/[\s,]+$/, ''));
  if (read.length === 0) return role ? [{ name: role }] : [];
  return role ? read.map((one) => ({ role, ...one })) : read;
}

function linesOf(elements: readonly MarkupElement[]): string | undefined {
  return cleanLine(elements.map((element) => textOf(element) ?? '').join(' '));
}
