import { jsonItems } from './json-items.ts';
import { ninjsItem } from './ninjs/item.ts';
import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';

/**
 * IPTC ninjs 1.x, 2.x and 3.x, also as Superdesk and Newsroom send it: one item, a list, an envelope or NDJSON. No input
 * makes it throw; each item that cannot be taken says why. An item in another item's associations is part of it.
 */
export function* parseNinjs(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  for (const found of jsonItems(text, isNinjsItem)) {
    yield found.ok ? ninjsItem(found.place, found.value, options) : failedItem(found.place, found.reason);
  }
}

/** Only `uri` is required; Superdesk writes `guid`, and its API `_id`. An envelope has none of them. */
function isNinjsItem(value: Readonly<Record<string, unknown>>): boolean {
  if (typeof value['uri'] === 'string' || typeof value['guid'] === 'string') return true;
  return ('_id' in value && !('_source' in value)) || 'headline' in value || 'headlines' in value || 'bodies' in value;
}
