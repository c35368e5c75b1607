import type { NewsItemInput } from './news-item.ts';
import { failedItem, type ParsedItem, parsedItem } from './parsed-item.ts';

/** An item on its way: what the input does not say is undefined or empty. */
export type DraftItem = { readonly [K in keyof NewsItemInput]?: NewsItemInput[K] | undefined };

/**
 * A draft as an item of the model. A story without an id or a headline is refused; a kill or a hold needs no headline, as
 * it says only what becomes of the story.
 */
export function itemFromDraft(place: string, draft: DraftItem): ParsedItem {
  const { source, sourceId, format, language, pubStatus = 'usable' } = draft;
  if (!sourceId) return failedItem(place, 'has no id of its own, by which later versions would be known');
  if (!source || !format || !language) return failedItem(place, `${sourceId} names no source`);
  const headline = draft.headline ?? (pubStatus === 'usable' ? undefined : sourceId);
  if (!headline) return failedItem(place, `${sourceId} has no headline`);
  const said = Object.entries(draft).filter(([, value]) => value !== undefined && !isEmptyList(value));
  return parsedItem(place, {
    ...Object.fromEntries(said),
    source,
    sourceId,
    format,
    language,
    headline,
    body: [...(draft.body ?? [])],
    bylines: [...(draft.bylines ?? [])],
    topics: [...(draft.topics ?? [])],
  });
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
