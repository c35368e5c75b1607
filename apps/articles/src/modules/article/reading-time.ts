import { remembered } from './remembered.ts';

/** What a grown reader reads of English in a minute, silently (Brysbaert 2019: 238 words of non-fiction). */
const wordsPerMinute = 238;

/**
 * What is written without spaces is measured by its characters: 255 of Chinese and 357 of Japanese a minute
 * (Trauzettel-Klosinski and Dietz 2012, International Reading Speed Texts, read aloud by 25 and 36 native readers).
 */
const charactersPerMinute: Readonly<Record<string, number>> = { zh: 255, yue: 255, ja: 357 };

const languageOf = remembered((language: string) => new Intl.Locale(language).language);

/** How long a story takes to read, in whole minutes, at least 1. Its text is asked for where characters are counted only. */
export function readingTimeMinutes(
  { wordCount, text }: { readonly wordCount: number; readonly text: () => string },
  language: string,
): number {
  const speed = charactersPerMinute[languageOf(language)];
  const minutes = speed === undefined ? wordCount / wordsPerMinute : countCharacters(text()) / speed;
  return Math.max(1, Math.round(minutes));
}

function countCharacters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
