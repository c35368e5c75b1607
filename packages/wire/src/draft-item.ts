import type { NewsItemInput } from './news-item.ts';
import { failedItem, type ParsedItem, parsedItem } from './parsed-item.ts';

type Identity = 'source' | 'sourceId' | 'format' | 'language';

/** What a part of the input says of the item: what it does not say is undefined or empty. */
export type DraftPart = { readonly [K in Exclude<keyof NewsItemInput, Identity>]?: NewsItemInput[K] | undefined };

/** An item on its way, with who sent it in what format, as every parser knows, and its language ('und' when nobody said). */
export interface IdentifiedDraft extends DraftPart {
  readonly source: string;
  readonly sourceId: string | undefined;
  readonly format: string;
  readonly language: string;
}

/**
 * A draft as an item of the model. A story without an id or a headline is refused; a kill or a hold needs no headline, as
 * it says only what becomes of the story.
 */
export function itemFromDraft(place: string, draft: IdentifiedDraft): ParsedItem {
  const { source, sourceId, format, language, pubStatus = 'usable' } = draft;
  if (!sourceId) return failedItem(place, 'has no id of its own, by which later versions would be known');
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
