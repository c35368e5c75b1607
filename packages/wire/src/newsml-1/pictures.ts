import type { Figure } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { splitCredit } from '../page-text/caption.ts';
import { pictureType } from '../rendition.ts';
import { picturePlace } from '../web-address.ts';
import { allComponents, componentsOf, contentItemsOf, formalName, isPictureItem, roleOf } from './component.ts';

/** The pictures of a story, each once: a component's renditions are one picture, with the caption beside them. Logos are none. */
export function picturesOf(component: MarkupElement, baseUrl: string | undefined): Figure[] {
  if (/^(logo|icon)/i.test(roleOf(component))) return [];
  const all = allComponents(component);
  const renditions = all
    .filter((one) => !/^(logo|icon)/i.test(roleOf(one)))
    .flatMap(contentItemsOf)
    .filter(isPictureItem);
  if (renditions.length === 0) return [];
  const parts = componentsOf(component);
  const isOne = all.every(isPartOfPicture) && parts.filter((part) => isCaptioned(part)).length <= 1;
  if (isOne || parts.length === 0)
    return [figureOf(component, all, renditions, baseUrl)].filter((figure) => figure !== undefined);
  const own = contentItemsOf(component).filter(isPictureItem);
  const ownFigure = own.length > 0 ? figureOf(component, [component], own, baseUrl) : undefined;
  return [...(ownFigure ? [ownFigure] : []), ...parts.flatMap((part) => picturesOf(part, baseUrl))];
}

function isPartOfPicture(component: MarkupElement): boolean {
  return /caption/i.test(roleOf(component)) || contentItemsOf(component).every(isPictureItem);
}

/** Whether a component has words of its own, and so is a picture of its own; a caption belongs to what is beside it. */
function isCaptioned(component: MarkupElement): boolean {
  return allComponents(component).some(
    (one) => childOf(one, 'NewsLines') !== undefined || (one !== component && /caption/i.test(roleOf(one))),
  );
}

function figureOf(
  component: MarkupElement,
  all: readonly MarkupElement[],
  renditions: readonly MarkupElement[],
  baseUrl: string | undefined,
): Figure | undefined {
  const files = renditions.flatMap((rendition) => fileOf(rendition, baseUrl));
  const [largest] = files.sort((one, other) => other.pixels - one.pixels);
  const captions = all.filter((one) => /caption/i.test(roleOf(one))).flatMap(contentItemsOf);
  const line = (name: string) =>
    all.map((one) => textOf(childOf(one, 'NewsLines', name))).find((text) => text !== undefined);
  const shown =
    cleanLine(captions.map((one) => textOf(childOf(one, 'DataContent')) ?? '').join(' ')) ??
    cleanLine(line('CaptionLine') ?? line('HeadLine'));
  const { caption, credit } = shown ? splitCredit(shown) : {};
  const shownCredit = credit ?? cleanLine(line('CreditLine'));
  const creator =
    cleanLine(line('ByLine')) ??
    cleanLine(formalName(childOf(component, 'AdministrativeMetadata', 'Creator', 'Party')));
  const copyright = cleanLine(line('CopyrightLine'));
  if (!largest && !caption) return undefined;
  const rights = { ...(creator && { creator }), ...(copyright && { copyright }) };
  return {
    kind: 'figure',
    role: 'INLINE',
    ...(caption && { caption }),
    ...(shownCredit && { credit: shownCredit }),
    ...(largest && { picture: { ...largest.file, ...rights } }),
  };
}

function fileOf(item: MarkupElement, baseUrl: string | undefined) {
  const place = picturePlace(attributeOf(item, 'Href'), baseUrl);
  const stated = formalName(childOf(item, 'MimeType'));
  const mimeType = pictureType(stated);
  if (!place || (stated && !mimeType)) return [];
  const properties = childrenOf(childOf(item, 'Characteristics'), 'Property');
  const size = (pattern: RegExp) => {
    const value = attributeOf(
      properties.find((one) => pattern.test(formalName(one) ?? '')),
      'Value',
    );
    return value && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
  };
  const width = size(/^(pixel-?)?width$/i);
  const height = size(/^(pixel-?)?height$/i);
  const file = { ...place, ...(mimeType && { mimeType }), ...(width && { width }), ...(height && { height }) };
  return [{ file, pixels: (width ?? 0) * (height ?? 1) }];
}
