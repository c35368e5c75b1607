import { XMLParser } from 'fast-xml-parser';
import { capturedAt } from './captured-at.ts';
import type { PictureWords } from './policy.ts';
import { cleanKeywords, cleanList, cleanText, givenOnly } from './words.ts';

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  core: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  rights: 'http://ns.adobe.com/xap/1.0/rights/',
} as const;

const maxPacketBytes = 2_000_000;

/** A property's values: one for a plain text, several for a list; of language alternatives the default stands first. */
type Values = readonly string[];
type Property = readonly [namespace: keyof typeof namespaces, name: string];

/** The words of an XMP packet (ISO 16684-1, RDF/XML in its long and short form). Never throws: a broken packet has none. */
export function wordsOfXmp(packet: Buffer | undefined): Partial<PictureWords> {
  if (!packet || packet.length > maxPacketBytes) return {};
  const valuesOf = readProperties(packet.toString('utf8'));
  const first = (...property: Property) => cleanText(valuesOf(...property)[0]);
  return givenOnly<PictureWords>({
    caption: first('dc', 'description'),
    altText: first('core', 'AltTextAccessibility'),
    credit: first('photoshop', 'Credit'),
    creator: cleanList(valuesOf('dc', 'creator')),
    source: first('photoshop', 'Source'),
    copyrightNotice: first('dc', 'rights'),
    usageTerms: first('rights', 'UsageTerms'),
    capturedAt: capturedAt(first('photoshop', 'DateCreated')),
    location: cleanList([first('photoshop', 'City') ?? '', first('photoshop', 'Country') ?? '']),
    keywords: cleanKeywords(valuesOf('dc', 'subject')),
  });
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
});

type Node = Readonly<Record<string, unknown>>;

function readProperties(xml: string): (...property: Property) => Values {
  // A packet needs no document type; the only use for one here would be entities that grow.
  const root = /<!DOCTYPE/i.test(xml) ? {} : parse(xml);
  const prefixes = new Map<string, string>();
  const descriptions: Node[] = [];
  walk(root, (name, node) => {
    for (const [attribute, value] of Object.entries(node)) {
      if (attribute.startsWith('@xmlns:') && typeof value === 'string') prefixes.set(value, attribute.slice(7));
    }
    // Nested descriptions are parts of structures, and no properties of the picture.
    if (name !== 'rdf:Description') return true;
    descriptions.push(node);
    return false;
  });
  return (namespace, name) => {
    const prefix = prefixes.get(namespaces[namespace]);
    const key = `${prefix}:${name}`;
    const found = descriptions.map((node) => node[key] ?? node[`@${key}`]).find((value) => value !== undefined);
    return valuesOf(found);
  };
}

function parse(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return {};
  }
}

/** Visits elements from the top; goes below one while `visit` says so. */
function walk(value: unknown, visit: (name: string, node: Node) => boolean, name = ''): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit, name);
  } else if (isNode(value) && visit(name, value)) {
    for (const [child, below] of Object.entries(value)) walk(below, visit, child);
  }
}

function valuesOf(value: unknown): Values {
  if (typeof value === 'string') return [value];
  if (!isNode(value)) return [];
  const container = value['rdf:Alt'] ?? value['rdf:Seq'] ?? value['rdf:Bag'];
  if (container === undefined) return typeof value['#text'] === 'string' ? [value['#text']] : [];
  const items = isNode(container) ? [container['rdf:li']].flat() : [];
  const byDefault = (item: unknown) => Number(isNode(item) && item['@xml:lang'] === 'x-default');
  return items.toSorted((a, b) => byDefault(b) - byDefault(a)).flatMap((item) => valuesOf(item).slice(0, 1));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
