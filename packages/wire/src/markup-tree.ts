/**
 * An element of a document, HTML or XML, as the readers leave it. `name` has no prefix (in HTML it is in lower case);
 * attributes go by their own names, those of XML itself with the prefix: 'xml:lang'.
 */
export interface MarkupElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
}

/** Text is a string, its entities read. */
export type MarkupNode = MarkupElement | string;

/** An element made in passing, from one vocabulary to another. */
export function makeElement(
  name: string,
  children: readonly MarkupNode[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): MarkupElement {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { name, namespace: '', attributes: new Map(given), children };
}

/** The child elements, or those of one name. */
export function childrenOf(element: MarkupElement | undefined, name?: string): MarkupElement[] {
  const found = (element?.children ?? []).filter((child): child is MarkupElement => typeof child !== 'string');
  return name === undefined ? found : found.filter((child) => child.name === name);
}

/** The first element at the end of a path of names: childOf(item, 'itemMeta', 'pubStatus'). */
export function childOf(element: MarkupElement | undefined, ...path: readonly string[]): MarkupElement | undefined {
  return path.reduce<MarkupElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

/** Every element of these names below, in the order of the document. Elements inside a found one are not looked at. */
export function descendantsOf(element: MarkupElement, ...names: readonly string[]): MarkupElement[] {
  return childrenOf(element).flatMap((child) =>
    names.includes(child.name) ? [child] : descendantsOf(child, ...names),
  );
}

/** An attribute without the white space around it; undefined when it is missing or empty. */
export function attributeOf(element: MarkupElement | undefined, name: string): string | undefined {
  return element?.attributes.get(name)?.trim() || undefined;
}

/** The text inside as it stands, white space and all. */
export function rawTextOf(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(rawTextOf).join('');
}

/** Elements that do not stand on one line with what is beside them, in HTML and in NITF. */
const apart = new Set('br p div li dt dd tr td th block h1 h2 h3 h4 h5 h6 hl1 hl2 blockquote bq figcaption'.split(' '));

/** The text inside on one line, blocks apart from each other; undefined when there is none. */
export function textOf(node: MarkupNode | undefined): string | undefined {
  return node === undefined ? undefined : oneLine(spacedTextOf(node)) || undefined;
}

function spacedTextOf(node: MarkupNode): string {
  if (typeof node === 'string') return node;
  const text = node.children.map(spacedTextOf).join('');
  return apart.has(node.name) ? ` ${text} ` : text;
}

/** A text on one line: white space of any length is one space, no-break spaces stay. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\t\n\f\r ]+/g, ' ').trim();
}
