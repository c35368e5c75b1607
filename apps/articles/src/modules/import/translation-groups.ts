import { createHash } from 'node:crypto';
import type { Transaction } from '@dateline/db/connect';
import type { ArticleRow } from '../article/article.ts';
import type { KeptFields } from '../kept/supplied-field.ts';
import { type ItemKey, keyOf } from './item-key.ts';
import type { PreparedItem } from './prepare-item.ts';
import { importStore } from './store.ts';

/** The group of translations that an item's article is to stand in; null where it stands alone. */
export type GroupOf = (item: PreparedItem) => string | null;

/**
 * An original that has not come yet has a group all the same, whose id is made of its key: translations gather there, and
 * when the original comes it finds them. An article that stands in a group already stays there: an editor may have put it
 * there. In a group there is one article of a language; a second one stays alone.
 */
export async function resolveGroups(
  transaction: Transaction,
  items: readonly PreparedItem[],
  standing: Map<ItemKey, ArticleRow>,
  kept: ReadonlyMap<string, KeptFields>,
): Promise<GroupOf> {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const awaited = new Set(items.flatMap((item) => originalOf(item) ?? []));
  const target = new Map(items.map((item) => [item, targetOf(item.key, new Set())]));
  // Before the groups are looked at: an original that stood alone until now has its language in them too.
  await joinOriginals();
  const groups = [...new Set(items.flatMap((item) => [target.get(item) ?? [], groupIdOf(item.key)].flat()))];
  const members = groups.length === 0 ? [] : await importStore.findTranslations(transaction, groups);
  const languages = Map.groupBy(members, ({ groupId }) => groupId ?? '');
  const taken = new Map<string, ItemKey>();

  return (item) => {
    const current = standing.get(item.key);
    if (current?.translationGroupId != null) return current.translationGroupId;
    const own = groupIdOf(item.key);
    const isOriginal = awaited.has(item.key) || languages.has(own);
    const group = originalOf(item) === null ? (isOriginal ? own : null) : (target.get(item) ?? null);
    return group !== null && isFree(group, item) ? group : null;
  };

  function isFree(group: string, { input, key }: PreparedItem): boolean {
    const current = standing.get(key);
    const language = current && kept.get(current.id)?.has('language') ? current.language : input.language;
    if (languages.get(group)?.some((member) => member.language === language && member.id !== current?.id)) return false;
    const place = `${group} ${language}`;
    const holder = taken.get(place) ?? key;
    taken.set(place, holder);
    return holder === key;
  }

  /** Up to the first original of all: a translation of a translation tells the same story. */
  function targetOf(key: ItemKey, seen: Set<ItemKey>): string {
    const stands = standing.get(key)?.translationGroupId;
    if (stands != null) return stands;
    const item = byKey.get(key);
    const original = item && originalOf(item);
    if (original == null || seen.has(key)) return groupIdOf(key);
    return targetOf(original, seen.add(key));
  }

  /** Originals that stand alone so far; they are locked. */
  async function joinOriginals(): Promise<void> {
    for (const key of awaited) {
      const original = standing.get(key);
      if (!original || original.translationGroupId !== null) continue;
      const groupId = targetOf(key, new Set());
      await importStore.joinTranslations(transaction, original.id, groupId);
      standing.set(key, { ...original, translationGroupId: groupId });
    }
  }
}

function originalOf({ input, key }: PreparedItem): ItemKey | null {
  const { source, translationOfSourceId } = input;
  const original = translationOfSourceId == null ? null : keyOf(source, translationOfSourceId);
  return original === key ? null : original;
}

/** A UUID (version 8, RFC 9562, section 5.8) made of the key. */
function groupIdOf(key: ItemKey): string {
  const hex = createHash('sha256').update(`translations of ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
