/** Counts brackets outside strings, so that no parser has to go down to find out. */
export function isDeeperThan(json: string, maxDepth: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      depth++;
      if (depth > maxDepth) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}
