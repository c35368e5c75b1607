import { isUuid } from '@dateline/db/uuidv7';
import type { BodyElementInput, FigureInput } from '../../__generated__/resolver-types.ts';
import type { EntryElement } from './body-element.ts';
import { inlineText, sanitiseInlineHtml } from './inline-html.ts';
import type { Fault } from './rules.ts';

/** What one element may say: some forty pages of a book. It is looked at before anything is made of it. */
export const maxElementCharacters = 100_000;

type WithoutId<Element> = Element extends unknown ? Omit<Element, 'id'> : never;
export type ElementContent = WithoutId<EntryElement>;

/** One element that is no entry of a live story, with sanitised HTML; or what is wrong, with the path in the element. */
export function parseElement(input: BodyElementInput): ElementContent | Fault {
  const { paragraph, heading, list, quote, figure, embed, table, related } = input;
  const given = [paragraph, heading, list, quote, figure, embed, table, related].filter((element) => element != null);
  const [element] = given;
  if (given.length !== 1 || !element) return fault([], 'NOT_ONE_ELEMENT', 'Give exactly one kind of element.');
  if (charactersOf(element) > maxElementCharacters)
    return fault([], 'TOO_LONG', `At most ${maxElementCharacters} characters in an element.`);
  if (paragraph) return { kind: 'paragraph', html: sanitiseInlineHtml(paragraph.html) };
  if (heading) return parseHeading(heading.level, heading.text.trim());
  if (list) return { kind: 'list', ordered: list.ordered, items: list.items.map(sanitiseInlineHtml) };
  if (quote) {
    return {
      kind: 'quote',
      html: sanitiseInlineHtml(quote.html),
      attribution: textOrNull(quote.attribution),
      pull: quote.pull,
    };
  }
  if (figure) return parseFigure(figure);
  if (embed) return { kind: 'embed', provider: embed.provider, url: embed.url, title: textOrNull(embed.title) };
  if (table) return parseTable(table.head, table.rows, textOrNull(table.caption));
  return parseRelated(related?.articleId ?? '');
}

/** How much text there is in an input, however deep. */
export function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, member) => sum + charactersOf(member), 0);
}

function parseHeading(level: number, text: string): ElementContent | Fault {
  if (level < 2 || level > 4) return fault(['heading', 'level'], 'OUT_OF_RANGE', 'A heading has level 2, 3 or 4.');
  return text === '' ? fault(['heading', 'text'], 'EMPTY', 'A heading needs words.') : { kind: 'heading', level, text };
}

function parseFigure(figure: FigureInput): ElementContent | Fault {
  const { role, imageId } = figure;
  if (imageId != null && !isUuid(imageId))
    return fault(['figure', 'imageId'], 'NOT_AN_ID', 'imageId must be the id of an image.');
  const [caption, altText, credit] = [figure.caption, figure.altText, figure.credit].map(textOrNull);
  return {
    kind: 'figure',
    role,
    imageId: imageId?.toLowerCase() ?? null,
    caption: caption ?? null,
    altText: altText ?? null,
    credit: credit ?? null,
  };
}

function parseTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  caption: string | null,
): ElementContent | Fault {
  if (rows.some((row) => row.length !== head.length)) {
    return fault(['table', 'rows'], 'UNEVEN_TABLE', 'Every row needs as many cells as the head.');
  }
  return { kind: 'table', caption, head: [...head], rows: rows.map((row) => [...row]) };
}

/** Whether there is such an article, and whether a reader may see it, is asked when the story is read: both may change. */
function parseRelated(articleId: string): ElementContent | Fault {
  return isUuid(articleId)
    ? { kind: 'related', articleId: articleId.toLowerCase() }
    : fault(['related', 'articleId'], 'NOT_AN_ID', 'articleId must be the id of an article.');
}

export function textOrNull(html: string | null | undefined): string | null {
  const text = html == null ? '' : inlineText(html);
  return text === '' ? null : text;
}

export function fault(path: readonly string[], code: string, message: string): Fault {
  return { code, message, path };
}
