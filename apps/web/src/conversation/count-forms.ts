/** A count in words, for each form that the language has for numbers: an example, and the number in it. */
export type CountForms = Readonly<Record<string, readonly [number, string]>>;

/** At least one of each form that any language of the site has. */
const examples = [0, 1, 2, 3, 11, 100];

/** So that a script can say any count without carrying the words of every language. */
export function countForms(locale: string, inWords: (count: number) => string): CountForms {
  const plural = new Intl.PluralRules(locale);
  return Object.fromEntries(examples.map((count) => [plural.select(count), [count, inWords(count)]]));
}

/** Null where the language's form is not among them. */
export function inCountForms(forms: CountForms, locale: string, count: number): string | null {
  const [example, words] = forms[new Intl.PluralRules(locale).select(count)] ?? [];
  return words === undefined ? null : words.replace(String(example), String(count));
}
