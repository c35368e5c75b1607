import { z } from 'zod';

/** The typed elements of a story, as they are stored. HTML in them was sanitised on its way in. */
export const figureElement = z.object({
  kind: z.literal('figure'),
  id: z.string(),
  role: z.enum(['LEAD', 'INLINE', 'GALLERY']),
  imageId: z.uuid().nullable(),
  caption: z.string().nullable(),
  altText: z.string().nullable(),
  credit: z.string().nullable(),
});

const plainElements = [
  z.object({ kind: z.literal('paragraph'), id: z.string(), html: z.string() }),
  z.object({ kind: z.literal('heading'), id: z.string(), level: z.int().min(2).max(4), text: z.string() }),
  z.object({ kind: z.literal('list'), id: z.string(), ordered: z.boolean(), items: z.array(z.string()) }),
  z.object({
    kind: z.literal('quote'),
    id: z.string(),
    html: z.string(),
    attribution: z.string().nullable(),
    pull: z.boolean(),
  }),
  figureElement,
  z.object({
    kind: z.literal('embed'),
    id: z.string(),
    provider: z.string(),
    url: z.url({ protocol: /^https?$/ }),
    title: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('table'),
    id: z.string(),
    caption: z.string().nullable(),
    head: z.array(z.string()),
    rows: z.array(z.array(z.string())),
  }),
  z.object({ kind: z.literal('related'), id: z.string(), articleId: z.uuid() }),
] as const;

/** What may stand in an entry of a live story: anything but another entry. */
const entryElement = z.discriminatedUnion('kind', plainElements);

/** An entry of a live story; entries stand newest first. */
const liveEntryElement = z.object({
  kind: z.literal('liveEntry'),
  id: z.string(),
  headline: z.string().nullable(),
  /** RFC 3339. */
  publishedAt: z.string(),
  body: z.array(entryElement),
});

export const bodyElement = z.discriminatedUnion('kind', [...plainElements, liveEntryElement]);

export type BodyElement = z.infer<typeof bodyElement>;
type Element<Kind extends BodyElement['kind']> = Extract<BodyElement, { kind: Kind }>;

export type ParagraphElement = Element<'paragraph'>;
export type HeadingElement = Element<'heading'>;
export type ListElement = Element<'list'>;
export type QuoteElement = Element<'quote'>;
export type FigureElement = Element<'figure'>;
export type EmbedElement = Element<'embed'>;
export type TableElement = Element<'table'>;
export type RelatedElement = Element<'related'>;
export type LiveEntryElement = Element<'liveEntry'>;
/** An element that stands in an entry of a live story, or in a story itself. */
export type EntryElement = Exclude<BodyElement, LiveEntryElement>;

/** The name that the graph gives to each kind. */
export const elementTypeNames = {
  paragraph: 'ParagraphElement',
  heading: 'HeadingElement',
  list: 'ListElement',
  quote: 'QuoteElement',
  figure: 'FigureElement',
  embed: 'EmbedElement',
  table: 'TableElement',
  related: 'RelatedElement',
  liveEntry: 'LiveEntryElement',
} as const satisfies Record<BodyElement['kind'], string>;

export function isFigure(element: BodyElement): element is FigureElement {
  return element.kind === 'figure';
}

/** The elements of a story with those of its live entries in their places: figures and words of entries count too. */
export function flatBody(body: readonly BodyElement[]): readonly EntryElement[] {
  return body.flatMap((element) => (element.kind === 'liveEntry' ? element.body : [element]));
}

/** The picture above the story: the first figure with that role. */
export function leadFigureOf(body: readonly BodyElement[]): FigureElement | null {
  return body.filter(isFigure).find(({ role }) => role === 'LEAD') ?? null;
}

/** The story without its lead figure, which stands above it. */
export function bodyWithoutLead(body: readonly BodyElement[]): readonly BodyElement[] {
  const lead = leadFigureOf(body);
  return body.filter((element) => element !== lead);
}

/** The lead figure first, then the others in order. */
export function figuresOf(body: readonly BodyElement[]): readonly FigureElement[] {
  const lead = leadFigureOf(body);
  const others = flatBody(body)
    .filter(isFigure)
    .filter((figure) => figure !== lead);
  return lead ? [lead, ...others] : others;
}
