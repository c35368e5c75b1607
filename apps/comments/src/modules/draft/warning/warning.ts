import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';

const warnings: Readonly<Record<string, string>> = { en, he, ar };

/** What a reader hears before a draft is lost, in the language of a locale (BCP 47); English where there are no words in it. */
export function draftWarning(locale: string | null): string {
  return warnings[languageOf(locale)] ?? en;
}

function languageOf(locale: string | null): string {
  try {
    return locale === null ? 'en' : new Intl.Locale(locale).language;
  } catch {
    return 'en';
  }
}
