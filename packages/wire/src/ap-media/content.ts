import type { BodyElement } from '../body-element.ts';
import { type Fields, fieldsOf, isObject, lineOf } from '../loose-json.ts';
import type { NewsItem } from '../news-item.ts';
import { bodyOf } from '../ninjs/body.ts';
import { pictureFigure } from '../ninjs/picture.ts';
import { placeFigures, type SidePicture } from '../place-figures.ts';
import { readPubStatus } from '../pub-status.ts';

interface ApContent {
  readonly type: NewsItem['type'];
  readonly body: BodyElement[];
}

const types: Readonly<Record<string, NewsItem['type']>> = {
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
  complexdata: 'composite',
};

/**
 * The text of a story with its linked pictures. AP gives text as a file of its own (rendition 'nitf'); it is here where
 * whoever fetched it put it: into the item (`body_html`, `body_nitf`, `body_text`), or beside it (`nitf.body_html`).
 */
export function apContent(fields: Fields, around: Fields, baseUrl?: string): ApContent {
  const type = types[lineOf(fields, 'type')?.toLowerCase() ?? ''] ?? 'text';
  if (type === 'picture' || type === 'graphic') {
    const figure = pictureFigure(fields, 'LEAD', baseUrl)?.figure;
    return { type, body: figure ? [figure] : [] };
  }
  if (type !== 'text') return { type, body: [] };
  const inside = bodyOf(fields, baseUrl);
  const text = inside.length > 0 ? inside : bodyOf(besideOf(around), baseUrl);
  return { type, body: placeFigures(text, linkedPictures(fields, around, baseUrl)) };
}

function besideOf(around: Fields): Fields {
  const nitf = around.get('nitf');
  return typeof nitf === 'string' ? new Map([['body_nitf', nitf]]) : fieldsOf(nitf);
}

/** Linked pictures in AP's order: the first leads. Those of which only a link is known have no file and no caption yet. */
function linkedPictures(fields: Fields, around: Fields, baseUrl: string | undefined): SidePicture[] {
  const linked = [...membersOf(fields.get('associations')), ...membersOf(around.get('associations'))];
  const pictures = linked.flatMap((value) => {
    const picture = itemOf(value);
    const type = types[lineOf(picture, 'type')?.toLowerCase() ?? ''];
    const isShown = readPubStatus(lineOf(picture, 'pubstatus')).pubStatus === 'usable';
    return (type === 'picture' || type === 'graphic') && isShown
      ? (pictureFigure(picture, 'GALLERY', baseUrl) ?? [])
      : [];
  });
  return pictures.map((picture, at) =>
    at === 0 ? { ...picture, figure: { ...picture.figure, role: 'LEAD' } } : picture,
  );
}

function membersOf(associations: unknown): unknown[] {
  if (Array.isArray(associations)) return associations;
  return isObject(associations) ? Object.values(associations) : [];
}

/** An item in the envelope of a response, or bare. */
export function itemOf(value: unknown): Fields {
  const outer = fieldsOf(value);
  const data = fieldsOf(outer.get('data'));
  return isObject(data.get('item'))
    ? fieldsOf(data.get('item'))
    : isObject(outer.get('item'))
      ? fieldsOf(outer.get('item'))
      : outer;
}
