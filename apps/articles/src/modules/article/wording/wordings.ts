import { remembered } from '../remembered.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { ru } from './ru.ts';
import type { Wording } from './wording.ts';

/** A language more is a file more, and its name here. */
const wordings: Readonly<Record<string, Wording>> = { ar, de, en, es, fr, he, ru };

const languageOf = remembered((locale: string) => new Intl.Locale(locale).language);

/** The words for a locale, and the locale in which they are; English where there are none. */
export function wordingFor(locale: string): { readonly wording: Wording; readonly locale: string } {
  const wording = wordings[languageOf(locale)];
  return wording ? { wording, locale } : { wording: en, locale: 'en' };
}

/** The headline of a withdrawn article, in its language. */
export function withdrawnHeadline(language: string): string {
  return wordingFor(language).wording.withdrawn;
}
