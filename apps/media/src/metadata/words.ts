const maxTextLength = 10_000;
const maxKeywords = 200;

/** A text as people meant it: control characters and outer space removed. Undefined when nothing is left. */
export function cleanText(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  // Line breaks and tabs are meant; other control characters, the NULs that pad EXIF among them, are not.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
  const text = value.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '').trim();
  return text === '' ? undefined : text.slice(0, maxTextLength).normalize('NFC');
}

/** Several names as one line; undefined when there is none. */
export function cleanList(values: readonly string[], separator = ', '): string | undefined {
  return cleanText(cleanKeywords(values).join(separator));
}

/** Each once, in order. */
export function cleanKeywords(values: readonly string[]): string[] {
  const clean = values.map(cleanText).filter((value) => value !== undefined);
  return [...new Set(clean)].slice(0, maxKeywords);
}

/** Only the words that are there. */
export function givenOnly<Words extends object>(
  words: {
    readonly [Name in keyof Words]: Words[Name] | undefined;
  },
): Partial<Words> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as Partial<Words>;
}
