/** Fewer letters than this say nothing. */
const enoughLetters = 20;

/**
 * The Windows code page of a text in Hebrew, Arabic or Cyrillic letters by how often its bytes stand, where nothing else
 * tells: such letters stand in words of their own, and those of Latin alphabets among ASCII. Undefined when in doubt.
 */
export function guessCodePage(bytes: Uint8Array): 'windows-1255' | 'windows-1256' | 'windows-1251' | undefined {
  const counts = new Array<number>(256).fill(0);
  let letters = 0;
  let pairs = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0xc0) continue;
    counts[byte] = (counts[byte] ?? 0) + 1;
    letters++;
    if ((bytes[at - 1] ?? 0) >= 0xc0) pairs++;
  }
  if (letters < enoughLetters || pairs < letters / 2) return undefined;
  const share = (...codes: number[]) => codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0) / letters;
  const inHebrewRange = counts.slice(0xe0, 0xfb).reduce((sum, count) => sum + count, 0) / letters;
  // Cyrillic has capitals below E0, and letters above FA in every other word.
  if (inHebrewRange > 0.99) return 'windows-1255';
  // Alef and lam.
  if (share(0xc7) > 0.05 && share(0xe1) > 0.04) return 'windows-1256';
  // о, е and а.
  return share(0xee) > 0.05 && share(0xe5) > 0.04 && share(0xe0) > 0.04 ? 'windows-1251' : undefined;
}
