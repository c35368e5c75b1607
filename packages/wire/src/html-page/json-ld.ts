import { attributeOf, descendantsOf, type MarkupElement, rawTextOf } from '../markup-tree.ts';

/** A node of schema.org as a page has it: any property may be missing, one value or several, a text or a node. */
export type LinkedNode = Readonly<Record<string, unknown>>;

const maxScripts = 50;
const maxNodes = 5_000;
const maxDepth = 12;

/** Every node of the page's JSON-LD, outermost first. What is no JSON, also after the usual mistakes are mended, is passed over. */
export function linkedNodes(page: MarkupElement): LinkedNode[] {
  const scripts = descendantsOf(page, 'script').filter((script) => /ld\+json/i.test(attributeOf(script, 'type') ?? ''));
  const nodes: LinkedNode[] = [];
  for (const script of scripts.slice(0, maxScripts)) collect(parseLoosely(rawTextOf(script)), nodes);
  return nodes;
}

/** Breadth first, so that the page's own article stands before those that it links to. */
function collect(root: unknown, nodes: LinkedNode[]): void {
  let level: unknown[] = [root];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      if (nodes.length >= maxNodes) return;
      if (isNode(value)) nodes.push(value);
      if (typeof value === 'object' && value !== null) for (const inside of Object.values(value)) next.push(inside);
    }
    level = next;
  }
}

/** JSON, or what people take for it: comments and CDATA around it, line breaks in texts, commas before a bracket, a semicolon. */
function parseLoosely(text: string): unknown {
  const mended = text
    .replaceAll(/<!--|-->|\/\*<!\[CDATA\[\*\/|\/\*\]\]>\*\/|<!\[CDATA\[|\]\]>/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw line breaks and tabs in texts are what it is about
    .replaceAll(/[\u0000-\u001f]/g, ' ')
    .replaceAll(/,(?=\s{0,100}[}\]])/g, '')
    .trim()
    .replace(/;$/, '');
  return jsonOf(text) ?? jsonOf(mended);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The values of a property: none, one or several. */
export function valuesOf(node: LinkedNode | undefined, name: string): unknown[] {
  const value = node && Object.hasOwn(node, name) ? node[name] : undefined;
  if (value === undefined || value === null || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** The first value of the first property that has one, as text: that of a node is its text, name, address or id. */
export function textOfProperty(node: LinkedNode | undefined, ...names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => valuesOf(node, name))
    .map(asText)
    .find((text) => text !== undefined);
}

export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (!isNode(value)) return undefined;
  return ['@value', 'text', 'name', 'url', '@id']
    .map((name) => value[name])
    .find((text) => typeof text === 'string' && text.trim() !== '') as string | undefined;
}

export function isOfType(node: LinkedNode, pattern: RegExp): boolean {
  return valuesOf(node, '@type').some((type) => typeof type === 'string' && pattern.test(type));
}
