import { z } from 'zod';

/**
 * A picture as an item names it: a file beside the item, or an address. Where neither is known, the figure keeps its words.
 * Of several renditions it is the largest that a browser shows.
 */
export const pictureReference = z.strictObject({
  fileName: z.string().min(1).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  mimeType: z.string().min(1).optional(),
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  /** Who took it. */
  creator: z.string().min(1).optional(),
  copyright: z.string().min(1).optional(),
  usageTerms: z.string().min(1).optional(),
});

const paragraph = z.strictObject({ kind: z.literal('paragraph'), html: z.string().min(1) });

const heading = z.strictObject({
  kind: z.literal('heading'),
  level: z.int().min(1).max(6),
  text: z.string().min(1),
});

const list = z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()).min(1) });

const quote = z.strictObject({
  kind: z.literal('quote'),
  html: z.string().min(1),
  attribution: z.string().optional(),
  pull: z.boolean(),
});

const figure = z.strictObject({
  kind: z.literal('figure'),
  role: z.enum(['LEAD', 'INLINE', 'GALLERY']),
  caption: z.string().optional(),
  credit: z.string().optional(),
  altText: z.string().optional(),
  picture: pictureReference.optional(),
});

const embed = z.strictObject({
  kind: z.literal('embed'),
  provider: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().optional(),
});

const table = z.strictObject({
  kind: z.literal('table'),
  caption: z.string().optional(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

/** Another story that this one points to, by its address. */
const related = z.strictObject({
  kind: z.literal('related'),
  title: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
});

const entryElements = [paragraph, heading, list, quote, figure, embed, table, related] as const;

/** An entry of a live story; entries stand newest first and do not nest. */
const liveEntry = z.strictObject({
  kind: z.literal('liveEntry'),
  headline: z.string().min(1).optional(),
  publishedAt: z.iso.datetime({ offset: true }),
  body: z.array(z.discriminatedUnion('kind', entryElements)),
});

/**
 * One element of a body, in the graph's own kinds (`BodyElement` of the articles subgraph).
 * `html` and list items are HTML fragments, not yet sanitised; every other string is plain text.
 */
export const bodyElement = z.discriminatedUnion('kind', [...entryElements, liveEntry]);

export type BodyElement = z.infer<typeof bodyElement>;
export type LiveEntry = z.infer<typeof liveEntry>;
export type Figure = z.infer<typeof figure>;
