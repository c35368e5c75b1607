import { Parser } from 'htmlparser2';

/** 5 MB of text: pages of news are under one. */
const maxPageLength = 5 * 1024 * 1024;
const maxElements = 50_000;
const maxNesting = 200;

/** Readability weighs every element several times. A page of more than this is read by the body that it marks itself. */
export const maxReadableElements = 8_000;

/** How many elements a page has, or why that is too much to be read. */
export type PageSize =
  | { readonly ok: true; readonly elements: number }
  | { readonly ok: false; readonly reason: string };

export function pageSize(html: string): PageSize {
  if (html.length > maxPageLength) return { ok: false, reason: 'is larger than 5 MB' };
  let elements = 0;
  let depth = 0;
  let reason: string | undefined;
  const parser = new Parser({
    onopentag() {
      elements += 1;
      depth += 1;
      if (elements > maxElements) reason ??= `has more than ${maxElements} elements`;
      if (depth > maxNesting) reason ??= `is nested deeper than ${maxNesting} elements`;
      if (reason) parser.pause();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(html);
  return reason ? { ok: false, reason } : { ok: true, elements };
}
