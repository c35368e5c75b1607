import { sniffJson } from './sniff-json.ts';
import { sniffXmlRoot, type XmlRoot } from './sniff-xml.ts';
import { type WireFormatName, wireFormats } from './wire-format.ts';

export type Detected =
  | { readonly ok: true; readonly format: WireFormatName }
  /** A clause for people: 'is …'. */
  | { readonly ok: false; readonly reason: string };

/** As much of an input as is looked at, in characters. */
export const detectionChars = 65_536;

/**
 * Which format an input is in: by what it holds, and only where that says nothing, by the end of its name. `head` is its
 * decoded beginning. Text that is nothing else is a page's text dump, or not even that: its parser says what is missing.
 */
export function detectFormat(head: string, fileName = ''): Detected {
  const text = head.slice(0, detectionChars).replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ok: false, reason: 'is empty' };
  if (isWireText(text)) return found('anpa');
  const byExtension = formatOfExtension(fileName);
  const first = text.trimStart().charAt(0);
  if (first === '{' || first === '[') return byJson(text) ?? byExtension ?? unknownJson;
  if (first === '<') return byMarkup(text) ?? byExtension ?? unknownMarkup(text);
  if (isNoText(text) && !byExtension) return noText;
  return byExtension ?? found('page-text');
}

const noText: Detected = { ok: false, reason: 'is no text of any encoding that is known here' };
const unknownJson: Detected = {
  ok: false,
  reason: 'is JSON, and neither ninjs, nor of the AP Media API, nor a JSON Feed',
};

function found(format: WireFormatName): Detected {
  return { ok: true, format };
}

const soh = '\u0001';
const stx = '\u0002';
const syn = '\u0016';
const nul = '\0';

/** IPTC 7901 and ANPA 1312 begin a message with SOH, after characters of synchronisation, and its text with STX. */
function isWireText(text: string): boolean {
  let at = 0;
  while (at < text.length && (isOneOf(text[at], nul, syn) || text[at]?.trim() === '')) at++;
  if (text[at] !== soh) return false;
  return text.slice(0, at).includes(syn + syn) || text.slice(at, at + 1_000).includes(stx);
}

function isOneOf(character: string | undefined, ...others: readonly string[]): boolean {
  return character !== undefined && others.includes(character);
}

/** Control characters that no text has, or bytes that were none of its encoding. */
function isNoText(text: string): boolean {
  return /[[\p{Cc}--\s]\ufffd]/v.test(text.replaceAll('\u001b', ''));
}

function byJson(text: string): Detected | undefined {
  const { paths, strings } = sniffJson(text);
  if (/^https?:\/\/(www\.)?jsonfeed\.org\/version\//.test(strings.get('version') ?? '')) return found('feed');
  if (isApMedia(paths)) return found('ap-media');
  return objectsOf(paths).some(isNinjs) ? found('ninjs') : undefined;
}

/** ninjs has `altids` too, of other names: a provider's own in 1.x, roles with values in 2.x. */
function isApMedia(paths: ReadonlySet<string>): boolean {
  if (paths.has('api_version') || paths.has('data.items.item') || paths.has('data.item')) return true;
  return paths.values().some((path) => /(^|\.)altids\.(itemid|etag)$/.test(path));
}

/** The keys of each object, by the path under which they stand. */
function objectsOf(paths: ReadonlySet<string>): readonly ReadonlySet<string>[] {
  const objects = new Map<string, Set<string>>();
  for (const path of paths) {
    const dot = path.lastIndexOf('.');
    const above = path.slice(0, Math.max(dot, 0));
    objects.set(above, (objects.get(above) ?? new Set()).add(path.slice(dot + 1)));
  }
  return [...objects.values()];
}

/** Of ninjs only `uri` is required; Superdesk's items have `guid` in its place. One more of its own words makes sure. */
const ninjsWords =
  /^(version_?created|pub_?status|body_?(html|text|xhtml)|bodies|headlines?|associations|renditions|(description|copyright|usage)_?\w+|profile|usageterms)$/i;

function isNinjs(keys: ReadonlySet<string>): boolean {
  if (!keys.has('uri') && !keys.has('guid')) return false;
  return keys.values().some((key) => ninjsWords.test(key));
}

const htmlElements =
  /^(html|head|body|title|meta|link|base|script|style|main|article|section|header|div|p|h1|h2|figure|img|span|a|table)$/i;
const g2Roots =
  /^(newsMessage|newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem|contentSet|groupSet)$/;

function byMarkup(text: string): Detected | undefined {
  const root = sniffXmlRoot(text);
  if (!root) return undefined;
  if (root.doctype?.toLowerCase() === 'html') return found('html-page');
  const format = formatOfRoot(root);
  return format && found(format);
}

function formatOfRoot({ name, namespaces }: XmlRoot): WireFormatName | undefined {
  if (name === 'NewsML') return 'newsml-1';
  if (g2Roots.test(name)) return 'newsml-g2';
  if (/^nitf$/i.test(name)) return 'nitf';
  if (/^rss$/i.test(name)) return namespaces.some(isWordPress) ? 'wxr' : 'feed';
  if (name === 'feed' || name === 'RDF') return 'feed';
  if (htmlElements.test(name)) return 'html-page';
  return namespaces[0] === 'http://iptc.org/std/nar/2006-10-01/' ? 'newsml-g2' : undefined;
}

function isWordPress(namespace: string): boolean {
  return /^https?:\/\/wordpress\.org\/export\//.test(namespace);
}

function unknownMarkup(text: string): Detected {
  const name = sniffXmlRoot(text)?.name ?? '';
  if (name === '') return { ok: false, reason: 'begins like XML or HTML, and has no element that can be read' };
  return {
    ok: false,
    reason: `is XML whose first element, <${name.slice(0, 40)}>, is of no format that is known here`,
  };
}

function formatOfExtension(fileName: string): Detected | undefined {
  const name = fileName.toLowerCase();
  for (const { name: format, extensions } of Object.values(wireFormats))
    if (extensions.some((extension) => name.endsWith(extension))) return found(format);
  return undefined;
}
