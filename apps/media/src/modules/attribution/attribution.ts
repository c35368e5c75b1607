import type { AttributionLanguage, Supplier } from './language.ts';
import { ar } from './languages/ar.ts';
import { en } from './languages/en.ts';
import { he } from './languages/he.ts';

export interface Attribution {
  readonly label: string;
  readonly name: string;
  readonly text: string;
  readonly direction: 'LTR' | 'RTL';
}

const languages: Readonly<Record<string, AttributionLanguage>> = { en, he, ar };

/** Every way in which a supplier is written, in any language. */
const suppliersByName = new Map<string, Supplier>(
  Object.values(languages).flatMap(({ suppliers }) =>
    Object.entries(suppliers).flatMap(([supplier, names]) =>
      names.map((name) => [foldName(name), supplier as Supplier] as const),
    ),
  ),
);

/**
 * A credit as a line in the reader's language; English for a language that we do not speak. Of 'AFP / Jane Roe' the known
 * part is translated and the rest stays: a person's name is never guessed at.
 */
export function attributionOf(credit: string, locale = 'en'): Attribution {
  const { direction, label, suppliers } = languages[new Intl.Locale(locale).language] ?? en;
  const name = credit
    .split(/(\s*[/|]\s*)/)
    .map((part) => {
      const supplier = suppliersByName.get(foldName(part));
      return (supplier && suppliers[supplier]?.[0]) ?? part;
    })
    .join('');
  return { label, name, text: `${label}: ${isolated(name, direction)}`, direction };
}

function foldName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** A name that reads the other way stands in a bidi isolate (UAX #9, section 2.4.2), so that it does not turn the line round. */
function isolated(name: string, direction: 'LTR' | 'RTL'): string {
  return directionOf(name) === opposite[direction] ? `\u2068${name}\u2069` : name;
}

const opposite = { LTR: 'RTL', RTL: 'LTR' } as const;

/** By the first letter that has a direction; null where there is none. */
function directionOf(text: string): 'LTR' | 'RTL' | null {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return null;
  return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(letter) ? 'RTL' : 'LTR';
}
