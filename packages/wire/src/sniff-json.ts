/** What the beginning of a JSON text shows of its shape. */
export interface JsonShape {
  /** Keys with the keys above them, arrays left out: 'data.items.item.headline'. */
  readonly paths: ReadonlySet<string>;
  /** Short strings by their path, the first of each: 'version' → 'https://jsonfeed.org/version/1.1'. */
  readonly strings: ReadonlyMap<string, string>;
}

/** Deeper keys say nothing about the format. */
const maxDepth = 6;
const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/gs;

/**
 * Reads keys from the beginning of a JSON text, which may end anywhere, and need not be right. JSON.parse cannot: it wants
 * the whole. One pass, no recursion.
 */
export function sniffJson(head: string): JsonShape {
  const paths = new Set<string>();
  const strings = new Map<string, string>();
  const open: string[] = [];
  let key = '';
  for (const [word, text, colon] of head.matchAll(token)) {
    if (word === '{' || word === '[') {
      open.push(key);
      key = '';
    } else if (word === '}' || word === ']') {
      open.pop();
      key = '';
    } else if (text !== undefined && colon !== undefined) {
      key = text;
      if (open.length <= maxDepth) paths.add(pathOf(open, key));
    } else if (text !== undefined && key !== '') {
      if (open.length <= maxDepth && text.length <= 200 && !strings.has(pathOf(open, key)))
        strings.set(pathOf(open, key), text);
      key = '';
    }
  }
  return { paths, strings };
}

function pathOf(open: readonly string[], key: string): string {
  return [...open.filter((name) => name !== ''), key].join('.');
}
