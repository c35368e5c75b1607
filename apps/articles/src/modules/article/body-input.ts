import { createHash } from 'node:crypto';
import { isUuid } from '@dateline/db/uuidv7';
import type { BodyElementInput, FigureInput } from '../../__generated__/resolver-types.ts';
import type { BodyElement } from './body-element.ts';
import { inlineText, sanitiseInlineHtml } from './inline-html.ts';
import type { Fault } from './rules.ts';

export const maxElements = 1_000;
const wellFormedId = /^[A-Za-z0-9_-]{1,64}$/;

type WithoutId<Element> = Element extends unknown ? Omit<Element, 'id'> : never;
type Content = WithoutId<BodyElement>;

/** A body as it was written, as elements with sanitised HTML and ids of their own, and what is wrong with it. */
export function parseBody(inputs: readonly BodyElementInput[]): {
  readonly body: BodyElement[];
  readonly faults: Fault[];
} {
  if (inputs.length > maxElements)
    return { body: [], faults: [faultAt([], 'TOO_MANY_ELEMENTS', `At most ${maxElements} elements.`)] };
  const faults: Fault[] = [];
  const taken = new Set<string>();
  const body = inputs.flatMap((input, index) => {
    const content = parseElement(input);
    if ('code' in content) {
      faults.push(faultAt([String(index), ...content.path], content.code, content.message));
      return [];
    }
    const id = freeId(input.id != null && wellFormedId.test(input.id) ? input.id : idOf(content), taken);
    return [{ ...content, id } as BodyElement];
  });
  return { body, faults };
}

function parseElement(input: BodyElementInput): Content | Fault {
  const { paragraph, heading, list, quote, figure, embed, table } = input;
  const given = [paragraph, heading, list, quote, figure, embed, table].filter((element) => element != null);
  if (given.length !== 1) return fault([], 'NOT_ONE_ELEMENT', 'Give exactly one kind of element.');
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
  return fault([], 'NOT_ONE_ELEMENT', 'Give exactly one kind of element.');
}

function parseHeading(level: number, text: string): Content | Fault {
  if (level < 2 || level > 4) return fault(['heading', 'level'], 'OUT_OF_RANGE', 'A heading has level 2, 3 or 4.');
  return text === '' ? fault(['heading', 'text'], 'EMPTY', 'A heading needs words.') : { kind: 'heading', level, text };
}

function parseFigure(figure: FigureInput): Content | Fault {
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
): Content | Fault {
  if (rows.some((row) => row.length !== head.length)) {
    return fault(['table', 'rows'], 'UNEVEN_TABLE', 'Every row needs as many cells as the head.');
  }
  return { kind: 'table', caption, head: [...head], rows: rows.map((row) => [...row]) };
}

/** What an element says makes its id: the same element of the same item keeps it when the item is sent again. */
function idOf(content: Content): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  taken.add(free);
  return free;
}

function textOrNull(html: string | null | undefined): string | null {
  const text = html == null ? '' : inlineText(html);
  return text === '' ? null : text;
}

function fault(path: readonly string[], code: string, message: string): Fault {
  return { code, message, path };
}

function faultAt(path: readonly string[], code: string, message: string): Fault {
  return fault(['input', 'body', ...path], code, message);
}
