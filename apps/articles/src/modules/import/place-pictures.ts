import type { BodyElement } from '../article/body-element.ts';

/** A picture of an item that media does not have yet. */
export interface MissingPicture {
  readonly elementId: string;
  readonly reference: string;
}

/** Puts the pictures that media has into the figures that name them, those in live entries too, and says which are missing. */
export function placePictures(
  body: readonly BodyElement[],
  references: ReadonlyMap<string, string>,
  imageOf: (reference: string) => string | undefined,
): { readonly body: readonly BodyElement[]; readonly missing: readonly MissingPicture[] } {
  const missing: MissingPicture[] = [];
  const placed = mapFigures(body, (elementId) => {
    const reference = references.get(elementId);
    if (reference === undefined) return undefined;
    const imageId = imageOf(reference);
    if (imageId === undefined) missing.push({ elementId, reference });
    return imageId;
  });
  return { body: placed, missing };
}

/** A body with a picture in those of its figures that wait for it; the same body where none does. */
export function attachImage(
  body: readonly BodyElement[],
  elementIds: ReadonlySet<string>,
  imageId: string,
): readonly BodyElement[] {
  let isChanged = false;
  const attached = mapFigures(body, (elementId, has) => {
    if (has !== null || !elementIds.has(elementId)) return undefined;
    isChanged = true;
    return imageId;
  });
  return isChanged ? attached : body;
}

/** The figures of a body that have no picture yet, those in live entries too, by their ids. */
export function waitingFigures(body: readonly BodyElement[]): ReadonlySet<string> {
  const ids = new Set<string>();
  mapFigures(body, (elementId, imageId) => {
    if (imageId === null) ids.add(elementId);
    return undefined;
  });
  return ids;
}

/** Every figure with the image that is given for it; undefined leaves what it has. */
function mapFigures(
  body: readonly BodyElement[],
  imageFor: (elementId: string, imageId: string | null) => string | undefined,
): readonly BodyElement[] {
  const mapped = <Element extends BodyElement>(element: Element): Element => {
    if (element.kind === 'liveEntry') return { ...element, body: element.body.map(mapped) };
    return element.kind === 'figure'
      ? { ...element, imageId: imageFor(element.id, element.imageId) ?? element.imageId }
      : element;
  };
  return body.map(mapped);
}
