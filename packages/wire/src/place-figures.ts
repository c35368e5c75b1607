import type { BodyElement, Figure } from './body-element.ts';

/** A picture that stands beside a text, and the addresses under which the text itself may show it. */
export interface SidePicture {
  readonly figure: Figure;
  readonly addresses: readonly string[];
}

/**
 * The body with the pictures that came beside it. One that the text shows already is completed where it stands, never
 * shown twice; the first LEAD goes on top, every other one to the end as part of the gallery.
 */
export function placeFigures(body: readonly BodyElement[], pictures: readonly SidePicture[]): BodyElement[] {
  const placed = [...body];
  const top: BodyElement[] = [];
  const gallery: BodyElement[] = [];
  let hasLead = body.some(isLead);
  for (const { figure, addresses } of pictures) {
    const role = figure.role === 'LEAD' && hasLead ? 'GALLERY' : figure.role;
    const at = placed.findIndex((element) => shows(element, addresses));
    const shown = placed[at];
    if (shown?.kind === 'figure') placed[at] = completed(shown, figure, role);
    else if (role === 'LEAD') top.push(figure);
    else gallery.push({ ...figure, role });
    hasLead ||= role === 'LEAD';
  }
  return [...top, ...placed, ...gallery];
}

function isLead(element: BodyElement): boolean {
  return element.kind === 'figure' && element.role === 'LEAD';
}

function shows(element: BodyElement, addresses: readonly string[]): boolean {
  if (element.kind !== 'figure' || !element.picture) return false;
  const names = addresses.map(pictureKey);
  const own = element.picture.url ?? element.picture.fileName;
  return own !== undefined && names.includes(pictureKey(own));
}

/** Of a file with a name that is a picture's, another query is another size; elsewhere the query may be the picture. */
function pictureKey(address: string): string {
  const bare = address.replace(/^https?:/, '').replace(/#.*$/s, '');
  return bare.replace(/(\.(?:jpe?g|png|webp|avif|gif))\?.*$/is, '$1');
}

/** What the text says of its picture stands; what it leaves out comes from beside. */
function completed(shown: Figure, beside: Figure, role: Figure['role']): Figure {
  return {
    ...beside,
    ...shown,
    role: role === 'LEAD' ? 'LEAD' : shown.role,
    picture: { ...shown.picture, ...beside.picture },
  };
}
