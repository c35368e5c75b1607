import type { NewsItem } from '@dateline/wire/news-item';

/** BCP 47 for what has no words: a kill often holds nothing but the id of what it kills. */
const noLanguage = 'zxx';

/** The house takes no story of which nobody says in what language it is: neither its letters nor its search would be right. */
export const missingLanguage = 'names no language; --language says in which one such items are';

/** The item with the language that the house is to be told; undefined where a story has none. */
export function withLanguage(item: NewsItem, fallback: string | undefined): NewsItem | undefined {
  if (item.language !== 'und') return item;
  const language = fallback ?? (item.pubStatus === 'canceled' ? noLanguage : undefined);
  return language === undefined ? undefined : { ...item, language };
}
