import type { BodyElement } from './body-element.ts';
import { lineFromHtml } from './plain-text.ts';

/** 'LONDON, Nov 20 — ': a place in capitals and a dash. */
const inCapitals = /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(?:,[^()—–]{2,40})?\s(?:—|–|--)\s/u;

/** 'GROSSETO, Italy (AP) -- ', 'תל אביב (רויטרס) – ', 'Paris, 3 mars (AFP) - ': a place, an agency, a dash. */
const withAgency = /^[^()—–]{2,60}\([\p{Lu}\p{Lo}][\p{L}/ ]{1,30}\)\s*(?:—|–|--?)\s/u;

/**
 * Where the story was filed, from what is only the name of a place (ninjs and AP `located`): shown above the text as its
 * dateline, unless the text opens with one of its own, as agencies' texts do.
 */
export function datelineFrom(located: string | undefined, body: readonly BodyElement[]): string | undefined {
  const first = body.find((element) => element.kind === 'paragraph');
  const opening = first?.kind === 'paragraph' ? (lineFromHtml(first.html.slice(0, 1_000)) ?? '') : '';
  return inCapitals.test(opening) || withAgency.test(opening) ? undefined : located;
}
