/**
 * How many letters are wrong: put in, left out, put for another, or two in the other order (Damerau and Levenshtein, optimal
 * string alignment).
 */
export function wrongLetters(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  let beforeLast: number[] = [];
  let last = b.map((_, index) => index + 1);
  last.unshift(0);
  for (const [row, letter] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries()) {
      const replaced = (last[column] ?? 0) + (letter === other ? 0 : 1);
      let fewest = Math.min(replaced, (last[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      if (row > 0 && column > 0 && letter === b[column - 1] && a[row - 1] === other) {
        fewest = Math.min(fewest, (beforeLast[column - 1] ?? 0) + 1);
      }
      current.push(fewest);
    }
    [beforeLast, last] = [last, current];
  }
  return last.at(-1) ?? 0;
}

const maxSuggestions = 5;

/** The words that a misspelt one may be meant for: those with one wrong letter, or two in a longer word. */
export function nearWords(misspelt: string, candidates: readonly string[]): readonly string[] {
  const most = [...misspelt].length <= 5 ? 1 : 2;
  return [...new Set(candidates)].filter((word) => wrongLetters(misspelt, word) <= most);
}

/** Of words that share letters with a misspelt one those that it may have meant: the fewest wrong letters, two at most. */
export function meantWords(misspelt: string, candidates: readonly string[]): readonly string[] {
  const ranked = nearWords(misspelt, candidates).map((word) => ({ word, wrong: wrongLetters(misspelt, word) }));
  const fewest = Math.min(...ranked.map(({ wrong }) => wrong));
  return ranked
    .filter(({ wrong }) => wrong === fewest)
    .map(({ word }) => word)
    .slice(0, maxSuggestions);
}
