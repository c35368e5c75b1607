import type { BodyElement } from '../body-element.ts';
import { cleanText } from '../clean-text.ts';
import { bodyOfNodes, htmlBody } from '../html-body.ts';
import { childrenOf, descendantsOf, type MarkupElement, rawTextOf } from '../markup-tree.ts';
import { type NitfStory, nitfStory } from '../nitf/story.ts';
import { paragraphsOf } from '../plain-text.ts';
import { readElementsOf, XmlError } from '../xml-reader.ts';

/** What a content element of NewsML holds: a NITF document says more than its body. */
export interface Content {
  readonly body: BodyElement[];
  readonly nitf?: NitfStory;
}

/**
 * NITF, XHTML and bare paragraphs as elements of their own; HTML, NITF and plain text as escaped text. What the element
 * holds decides, and its type only where the two kinds of text look alike.
 */
export function contentOf(
  element: MarkupElement,
  contentType: string | undefined,
  baseUrl: string | undefined,
): Content {
  const [nitf] = descendantsOf(element, 'nitf');
  if (nitf) return contentOfNitf(nitf, baseUrl);
  const [html] = childrenOf(element, 'html');
  if (html)
    return {
      body: bodyOfNodes(
        childrenOf(html, 'body').flatMap(({ children }) => children),
        { baseUrl },
      ),
    };
  if (childrenOf(element).length > 0) return { body: bodyOfNodes(element.children, { baseUrl }) };
  return contentOfText(cleanText(rawTextOf(element)), contentType, baseUrl);
}

function contentOfText(text: string, contentType: string | undefined, baseUrl: string | undefined): Content {
  if (/<nitf[\s>]/i.test(text)) {
    const nitf = nitfOfText(text);
    if (nitf) return contentOfNitf(nitf, baseUrl);
  }
  const isPlain = /text\/plain|^text$|^txt$/i.test(contentType ?? '');
  const isHtml = !isPlain && (/html|xml/i.test(contentType ?? '') || /<\/?[a-z][^<>]*>/i.test(text));
  return { body: isHtml ? htmlBody(text, { baseUrl }) : paragraphsOf(text) };
}

function contentOfNitf(element: MarkupElement, baseUrl: string | undefined): Content {
  const nitf = nitfStory(element, baseUrl);
  return { body: nitf.body, nitf };
}

/** A document inside a text; undefined when it is no XML, and then it is read as HTML. */
function nitfOfText(text: string): MarkupElement | undefined {
  try {
    for (const { element } of readElementsOf(text, (path) => path.at(-1) === 'nitf')) return element;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  return undefined;
}
