/** BCP 47 for a language that nobody named ('und', RFC 5646 section 4.1). */
const undetermined = 'und';

/**
 * The tag of an item: its own where it is well formed ('en_US' is 'en-US'), else that of whoever imports, else 'und'.
 * A language is never guessed.
 */
export function languageOf(written: string | undefined, fallback?: string): string {
  return canonical(written) ?? canonical(fallback) ?? undetermined;
}

function canonical(tag: string | undefined): string | undefined {
  if (!tag) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
