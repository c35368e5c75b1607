import type { ItemStatus } from '../pub-status.ts';

/** What agencies write in capitals at the beginning of a line over a message that takes a story back. */
const kill =
  /^\W*(?:(?:MANDATORY |BULLETIN )?KILL(?=\s*(?:$|[-—:,(]|THE |STORY|BC-))|(?:ELIMINATION|ELIMINIERT|STORNO|STORNIERT|STORNIERUNG|ANNULATION|ANNULÉ|ANULADA|ANULACIÓN|ZURÜCKGEZOGEN|RÜCKZUG)(?!\p{L}))/u;
const hold = /^\W*(?:WITHHOLD|HOLD FOR RELEASE|SPERRFRIST|NICHT VERÖFFENTLICHEN|SOUS EMBARGO)(?!\p{L})/u;
const advisory = /^\W*(?:ADVISORY|ADVISORIES|EDITORS' ADVISORY|ACHTUNG REDAKTIONEN|AVIS AUX RÉDACTIONS)(?!\p{L})/u;

/**
 * What a message does to its story: by the order behind the story's name ('…, KILL'), or by such a word at the head of a
 * line. 'Police kill two' is no order. Category v is AP's for advisories, which are for editors alone.
 */
export function statusOfMessage(
  lines: readonly string[],
  orders: readonly (string | undefined)[],
  category: string | undefined,
): ItemStatus {
  const ordered = orders.map((order) => order?.toUpperCase() ?? '');
  const says = (order: RegExp, line: RegExp) =>
    ordered.some((one) => order.test(one)) || lines.some((one) => line.test(one));
  if (says(/^(KILL|ELIMINAT)/, kill)) return { pubStatus: 'canceled' };
  if (says(/^WITHHOLD/, hold) || says(/^ADVISOR/, advisory) || category === 'v') return { pubStatus: 'withheld' };
  return { pubStatus: 'usable' };
}
