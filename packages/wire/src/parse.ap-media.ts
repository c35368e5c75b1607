import { itemOf } from './ap-media/content.ts';
import { apItem } from './ap-media/item.ts';
import { jsonItems } from './json-items.ts';
import { fieldsOf, isObject } from './loose-json.ts';
import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';

/**
 * JSON of the AP Media API: an item, the response for one ({data: {item}}), a search or feed ({data: {items: [{item}]}}),
 * a list of them, or NDJSON. No input makes it throw.
 */
export function* parseApMedia(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  for (const found of jsonItems(text, isApItem)) {
    if (!found.ok) yield failedItem(found.place, found.reason);
    else yield apItem(found.place, { fields: itemOf(found.value), around: fieldsOf(found.value) }, options);
  }
}

function isApItem(value: Readonly<Record<string, unknown>>): boolean {
  if (isObject(value['altids']) || typeof value['uri'] === 'string') return true;
  return isObject(value['item']) || (isObject(value['data']) && isObject(value['data']['item']));
}
