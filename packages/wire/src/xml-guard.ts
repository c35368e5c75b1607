/** As deep as the elements of a feed may lie; the parser behind takes no more either. */
const maxDepth = 100;

/** HTML as careless feeds hold it: elements without end tags, and those whose end tags may be left out. */
const unclosed = new Set(
  'area base br col embed hr img input link meta source wbr p li dt dd tr td th option thead tbody tfoot'.split(' '),
);

export type GuardedXml = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/**
 * XML that is safe to give to a parser that knows DTDs: a DOCTYPE that only names a DTD is taken out (RSS 0.91 has one),
 * one that defines anything is refused, and so is what lies too deep. One pass over the text.
 */
export function guardXml(text: string): GuardedXml {
  const open: string[] = [];
  const kept: string[] = [];
  let keptUntil = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const skipped = skipSection(text, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    if (text.startsWith('<!', at)) {
      const end = text.indexOf('>', at);
      const declaration = text.slice(at, end < 0 ? undefined : end + 1);
      if (end < 0 || !/^<!doctype\s[^[<]*>$/i.test(declaration))
        return refused('it has a DOCTYPE that defines things, entities perhaps');
      kept.push(text.slice(keptUntil, at));
      keptUntil = end + 1;
      at = end + 1;
      continue;
    }
    const end = text.indexOf('>', at);
    if (end < 0) break;
    trackDepth(open, text.slice(at + 1, Math.min(end, at + 200)), text[end - 1] === '/');
    if (open.length > maxDepth) return refused(`its elements lie more than ${maxDepth} deep`);
    at = end;
  }
  return { ok: true, text: kept.length === 0 ? text : kept.join('') + text.slice(keptUntil) };
}

function refused(reason: string): GuardedXml {
  return { ok: false, reason };
}

const sections = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Where a comment, a CDATA section or an instruction ends that begins here; undefined when none does. */
function skipSection(text: string, at: number): number | undefined {
  const section = sections.find(([start]) => text.startsWith(start, at));
  if (!section) return undefined;
  const end = text.indexOf(section[1], at + section[0].length);
  return end < 0 ? text.length : end + section[1].length;
}

/** Follows start and end tags; an end tag closes what was left open inside. */
function trackDepth(open: string[], tag: string, isEmpty: boolean): void {
  const name = /^\/?([^\s/>]{1,100})/.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined) return;
  if (tag.startsWith('/')) {
    const from = open.lastIndexOf(name);
    if (from >= 0) open.length = from;
  } else if (!isEmpty && !unclosed.has(name)) open.push(name);
}
