const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export type HtmlDirection = 'ltr' | 'rtl';

/** The direction of a page in a language; what the graph says of an article itself comes first. */
export function directionOf(languageTag: string): HtmlDirection {
  return rightToLeft.has(languageTag.split('-', 1)[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr';
}

export function htmlDirection(direction: 'LTR' | 'RTL'): HtmlDirection {
  return direction === 'RTL' ? 'rtl' : 'ltr';
}
