import { childOf, childrenOf, type MarkupElement, rawTextOf, textOf } from '../markup-tree.ts';

/** A value of a post's wp:postmeta by its key. */
export function metaOf(item: MarkupElement, key: string): string | undefined {
  const entry = childrenOf(item, 'postmeta').find((meta) => textOf(childOf(meta, 'meta_key')) === key);
  const value = childOf(entry, 'meta_value');
  return value && (rawTextOf(value).trim() || undefined);
}
