import { attributeOf, childOf, childrenOf, type MarkupElement } from '../markup-tree.ts';

/** The name that NewsML 1 gives by reference: <Role FormalName="Caption"/>. */
export function formalName(element: MarkupElement | undefined): string | undefined {
  return attributeOf(element, 'FormalName');
}

export function roleOf(component: MarkupElement): string {
  return formalName(childOf(component, 'Role')) ?? '';
}

export function componentsOf(component: MarkupElement): MarkupElement[] {
  return childrenOf(component, 'NewsComponent');
}

/** The component and all inside it, in the order of the document. */
export function allComponents(component: MarkupElement): MarkupElement[] {
  return [component, ...componentsOf(component).flatMap(allComponents)];
}

/** The language that a component states for itself. */
export function languageOfComponent(component: MarkupElement): string | undefined {
  return formalName(childOf(component, 'DescriptiveMetadata', 'Language')) ?? attributeOf(component, 'xml:lang');
}

/** Files and other contents that stand right in the component. */
export function contentItemsOf(component: MarkupElement): MarkupElement[] {
  return childrenOf(component, 'ContentItem');
}

const pictureType = /photo|picture|graphic|image|icon/i;

/** Whether a content is a picture, by its type, its medium, or its file's name. */
export function isPictureItem(item: MarkupElement): boolean {
  const mime = formalName(childOf(item, 'MimeType')) ?? '';
  const medium = formalName(childOf(item, 'MediaType')) ?? '';
  if (mime !== '') return mime.toLowerCase().startsWith('image/');
  return pictureType.test(medium) || /\.(jpe?g|png|gif|webp|tiff?)$/i.test(attributeOf(item, 'Href') ?? '');
}
