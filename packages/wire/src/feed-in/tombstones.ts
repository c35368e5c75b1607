import { cleanLine } from '../clean-text.ts';
import { itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import type { ParsedItem, ParseOptions } from '../parsed-item.ts';
import { lineFromAny } from '../plain-text.ts';
import { readDate } from '../wire-date.ts';
import { type FeedHead, feedSource } from './feed-entry.ts';

const namespace = 'http://purl.org/atompub/tombstones/1.0';

/** Nobody deletes more at once; what a feed says beyond is not read. */
const maxTombstones = 10_000;

/** The entries that an Atom feed takes back (RFC 6721, `at:deleted-entry`), as killed items of the entries' ids. */
export function* tombstones(xml: string, head: FeedHead, options: ParseOptions): Generator<ParsedItem> {
  if (!xml.includes(namespace)) return;
  // A text that writes about tombstones has them in CDATA or escaped.
  const markup = xml.replace(/<!\[CDATA\[.*?(\]\]>|$)|<!--.*?(-->|$)/gs, '');
  const starts = /<(?:[\w-]{1,40}:)?deleted-entry(\s[^<>]{0,4000})?>/gi;
  for (let count = 1; count <= maxTombstones; count++) {
    const start = starts.exec(markup);
    if (!start) return;
    const attributes = start[1] ?? '';
    const isEmpty = attributes.trimEnd().endsWith('/');
    const inside = isEmpty
      ? ''
      : markup.slice(starts.lastIndex, starts.lastIndex + 4_000).split(/<\/[\w:-]*deleted-entry/i)[0];
    const comment = /<(?:[\w-]{1,40}:)?comment(?:\s[^<>]*)?>([^<]*)</i.exec(inside ?? '')?.[1];
    yield itemFromDraft(`deleted entry ${count}`, {
      source: feedSource(head, options),
      sourceId: attribute(attributes, 'ref'),
      format: 'feed',
      versionCreatedAt: readDate(attribute(attributes, 'when'), options),
      pubStatus: 'canceled',
      statusReason: lineFromAny(comment),
      language: languageOf(head.language, options.language),
    });
  }
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return lineFromAny(cleanLine(value?.[1] ?? value?.[2]));
}
