/** So many are held; readers choose some of the names. */
const maxHeld = 500;

/**
 * What was made for these words, made once: a formatter, a locale or a segmenter of Intl costs a tenth of a millisecond and
 * garbage, and is asked for with every article. The one made first goes first. What throws is not held.
 */
export function remembered<Words extends readonly string[], Value>(
  make: (...words: Words) => Value,
): (...words: Words) => Value {
  const held = new Map<string, Value>();
  return (...words) => {
    const key = words.join('\0');
    const known = held.get(key);
    if (known !== undefined) return known;
    const made = make(...words);
    const [oldest] = held.keys();
    if (held.size >= maxHeld && oldest !== undefined) held.delete(oldest);
    held.set(key, made);
    return made;
  };
}
