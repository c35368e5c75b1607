/** Names an item for ever: its supplier and the supplier's own id of it, as one text. */
export type ItemKey = string;

export function keyOf(source: string, sourceId: string): ItemKey {
  return JSON.stringify([source, sourceId]);
}
