import type { Figure } from '../body-element.ts';
import { readBylines } from '../bylines.ts';
import { type Fields, fieldsOf, isObject, lineOf } from '../loose-json.ts';
import type { SidePicture } from '../place-figures.ts';
import { readPubStatus } from '../pub-status.ts';
import { addressesOf, largestRendition, readRenditions } from '../rendition.ts';
import { altTextOf, captionOf } from './headline.ts';

/** The names under which suppliers associate the picture on top of a story. */
const leadNames =
  /^(featured?_?(media|image|picture)?|main_?(pic|picture|image|media|photo)?|lead_?(pic|picture|image|media|photo)?|hero|top_?(media|image|picture)?|cover|header_?image|teaser)$/i;

/** A picture as a figure; undefined where neither a file nor a word of it is known. */
export function pictureFigure(fields: Fields, role: Figure['role'], baseUrl?: string): SidePicture | undefined {
  const renditions = readRenditions(fields.get('renditions'), baseUrl);
  const caption = captionOf(fields);
  const altText = altTextOf(fields);
  if (renditions.length === 0 && !caption) return undefined;
  const credit = creditOf(fields);
  const figure: Figure = {
    kind: 'figure',
    role,
    ...(caption && { caption }),
    ...(credit && { credit }),
    ...(altText && { altText }),
    ...fileOf(fields, largestRendition(renditions)),
  };
  return { figure, addresses: addressesOf(renditions) };
}

function fileOf(fields: Fields, rendition: ReturnType<typeof largestRendition>): Pick<Figure, 'picture'> {
  if (!rendition) return {};
  const { name: _, ...file } = rendition;
  const creator = readBylines(creatorLine(fields))
    .map(({ name }) => name)
    .join(', ');
  const copyright = lineOf(fields, 'copyrightnotice', 'copyrightholder');
  const usageTerms = lineOf(fields, 'usageterms');
  return {
    picture: {
      ...file,
      ...(creator && { creator }),
      ...(copyright && { copyright }),
      ...(usageTerms && { usageTerms }),
    },
  };
}

/** Who is to be named under a picture, by whatever the supplier gives. */
function creditOf(fields: Fields): string | undefined {
  return (
    lineOf(fields, 'creditline', 'description_creditline', 'credit') ??
    creatorLine(fields) ??
    lineOf(fields, 'copyrightholder', 'source', 'provider')
  );
}

function creatorLine(fields: Fields): string | undefined {
  return lineOf(fields, 'byline', 'by') ?? lineOf(fieldsOf(fields.get('photographer')), 'name');
}

/**
 * The pictures associated with a story, in the supplier's order: an object by name (1.x) or a list with names (2.x and
 * later). A picture that was killed or is held back is left out. Other things (texts, videos) are no figures.
 */
export function associatedPictures(associations: unknown, baseUrl?: string): SidePicture[] {
  const entries = Array.isArray(associations)
    ? associations.map((value) => [lineOf(fieldsOf(value), 'name', 'rel') ?? '', value] as const)
    : isObject(associations)
      ? Object.entries(associations)
      : [];
  return entries.flatMap(([name, value]) => {
    const fields = fieldsOf(value);
    if (!isPicture(fields) || readPubStatus(lineOf(fields, 'pubstatus')).pubStatus !== 'usable') return [];
    return pictureFigure(fields, leadNames.test(name.trim()) ? 'LEAD' : 'GALLERY', baseUrl) ?? [];
  });
}

function isPicture(fields: Fields): boolean {
  const type = lineOf(fields, 'type')?.toLowerCase();
  return type === 'picture' || type === 'graphic' || (type === undefined && fields.has('renditions'));
}
