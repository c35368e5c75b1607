import type { BodyElement } from '../body-element.ts';
import { childOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { type Content, contentOf } from '../newsml/content.ts';
import { allComponents, componentsOf, contentItemsOf, formalName, isPictureItem, roleOf } from './component.ts';

/** Roles of components that are no part of the text. */
const besides =
  /^(headline|title|style-?sheet|caption|logo|thumbnail|preview|quicklook|abstract|summary|slug|byline|dateline|keyword|related|photo|picture|graphic|video|audio|icon)/i;
const summary = /^(abstract|summary|standfirst)/i;

/** The text of a story, its summary where it has one, and what a NITF document inside says. */
interface TextContent extends Content {
  readonly standfirst: string | undefined;
}

/** Every part of the text in order: the body, then what a release has beside it (contacts). Of equivalents the first with text. */
export function textContentOf(component: MarkupElement, baseUrl: string | undefined): TextContent {
  const contents = contentsOf(component, baseUrl);
  const nitf = contents.map((content) => content.nitf).find((found) => found !== undefined);
  const summaries = allComponents(component).filter((one) => summary.test(roleOf(one)));
  const standfirst = summaries.map((one) => textOf(dataOf(contentItemsOf(one)[0]))).find((text) => text !== undefined);
  const body: BodyElement[] = contents.flatMap((content) => content.body);
  return { body, standfirst, ...(nitf && { nitf }) };
}

function contentsOf(component: MarkupElement, baseUrl: string | undefined): Content[] {
  if (besides.test(roleOf(component))) return [];
  const own = contentItemsOf(component)
    .filter((item) => !isPictureItem(item) && dataOf(item) !== undefined && isText(item))
    .map((item) => contentOf(dataOf(item) ?? item, typeOf(item), baseUrl))
    .filter((content) => content.body.length > 0 || content.nitf !== undefined);
  const inner = inReadingOrder(componentsOf(component))
    .map((one) => contentsOf(one, baseUrl))
    .filter((one) => one.length > 0);
  const isChoice = component.attributes.get('EquivalentsList') === 'yes';
  return [...own.slice(0, 1), ...(isChoice && own.length === 0 ? inner.slice(0, 1) : isChoice ? [] : inner).flat()];
}

/** Contacts stand behind the text that they belong to, wherever the document has them. */
function inReadingOrder(components: readonly MarkupElement[]): MarkupElement[] {
  const isLast = (one: MarkupElement) => /^(contact|footer|disclaimer)/i.test(roleOf(one));
  return [...components.filter((one) => !isLast(one)), ...components.filter(isLast)];
}

function dataOf(item: MarkupElement | undefined): MarkupElement | undefined {
  return childOf(item, 'DataContent');
}

function typeOf(item: MarkupElement): string | undefined {
  return formalName(childOf(item, 'MimeType')) ?? formalName(childOf(item, 'Format'));
}

function isText(item: MarkupElement): boolean {
  const type = typeOf(item)?.toLowerCase() ?? 'text';
  const medium = formalName(childOf(item, 'MediaType'))?.toLowerCase() ?? 'text';
  return !/css|javascript|base64|video|audio|pdf/.test(type) && !/video|audio|photo|graphic/.test(medium);
}
