import type { BodyElement, Figure } from '../body-element.ts';
import { itemFromDraft } from '../draft-item.ts';
import type { ParsedItem } from '../parsed-item.ts';
import { placeFigures } from '../place-figures.ts';
import { galleryIdsOf, type WxrPost } from './post.ts';

/** What may be kept of an export, in characters and in pictures: an export of any length takes no more memory than this. */
export interface WxrLimits {
  readonly maxWaitingLength: number;
  readonly maxPictures: number;
}

const wxrLimits: WxrLimits = { maxWaitingLength: 32_000_000, maxPictures: 200_000 };

interface Waiting {
  readonly place: string;
  readonly post: WxrPost;
  readonly missing: Set<string>;
  readonly length: number;
}

/**
 * Posts whose pictures have not come yet. WordPress writes an export in the order of ids, and a picture is often uploaded
 * after its post was begun. A post waits until its pictures are there; when too many wait, the oldest goes without them.
 */
export interface WaitingPosts {
  addPost(place: string, post: WxrPost): ParsedItem[];
  addPicture(id: string, picture: Figure): ParsedItem[];
  /** All that still wait: their pictures are not in the export. */
  end(): ParsedItem[];
}

export function waitingPosts(limits: WxrLimits = wxrLimits): WaitingPosts {
  const pictures = new Map<string, Figure>();
  const waiting = new Map<number, Waiting>();
  const waitingFor = new Map<string, Set<number>>();
  let count = 0;
  let length = 0;

  const release = (key: number): ParsedItem[] => {
    const held = waiting.get(key);
    if (!held) return [];
    waiting.delete(key);
    length -= held.length;
    for (const id of held.missing) {
      waitingFor.get(id)?.delete(key);
      if (waitingFor.get(id)?.size === 0) waitingFor.delete(id);
    }
    return [withPictures(held.place, held.post, pictures)];
  };
  return {
    addPost(place, post) {
      const ids = [...post.galleryIds, ...(post.leadId ? [post.leadId] : [])];
      const missing = new Set(ids.filter((id) => !pictures.has(id)));
      if (missing.size === 0) return [withPictures(place, post, pictures)];
      count += 1;
      const held = { place, post, missing, length: JSON.stringify(post.draft).length };
      waiting.set(count, held);
      length += held.length;
      for (const id of missing) waitingFor.set(id, (waitingFor.get(id) ?? new Set()).add(count));
      const released: ParsedItem[] = [];
      for (const key of waiting.keys()) {
        if (length <= limits.maxWaitingLength) break;
        released.push(...release(key));
      }
      return released;
    },
    addPicture(id, picture) {
      if (pictures.size < limits.maxPictures) pictures.set(id, picture);
      const keys = [...(waitingFor.get(id) ?? [])];
      waitingFor.delete(id);
      return keys.flatMap((key) => {
        waiting.get(key)?.missing.delete(id);
        return waiting.get(key)?.missing.size === 0 ? release(key) : [];
      });
    },
    end() {
      return [...waiting.keys()].flatMap(release);
    },
  };
}

/** The featured picture on top, or completed where the text shows it; galleries where they stand. */
function withPictures(place: string, post: WxrPost, pictures: ReadonlyMap<string, Figure>): ParsedItem {
  const body = (post.draft.body ?? []).flatMap((element): BodyElement[] => {
    const ids = galleryIdsOf(element);
    return ids.length === 0 ? [element] : ids.flatMap((id) => pictures.get(id) ?? []);
  });
  const lead = post.leadId === undefined ? undefined : pictures.get(post.leadId);
  const beside = lead ? [{ figure: { ...lead, role: 'LEAD' as const }, addresses: [lead.picture?.url ?? ''] }] : [];
  return itemFromDraft(place, { ...post.draft, body: placeFigures(body, beside) });
}
