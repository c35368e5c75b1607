import type { Transaction } from '@dateline/db/connect';
import type { ArticleRow } from '../article/article.ts';
import type { KeptFields } from '../kept/supplied-field.ts';
import type { Decision } from './decide-import.ts';
import type { ItemKey } from './item-key.ts';
import type { BatchKnowledge, Links } from './look-up.ts';
import type { PreparedItem } from './prepare-item.ts';
import type { NewCorrection } from './supplied-corrections.ts';

/** What the batch knows; `standing`, `killed` and `kept` move on with each wave. */
export interface BatchState {
  readonly transaction: Transaction;
  readonly now: Date;
  readonly standing: Map<ItemKey, ArticleRow>;
  readonly killed: Set<ItemKey>;
  /** What editors keep of articles that are written over, by the article's id. */
  readonly kept: Map<string, KeptFields>;
  readonly knowledge: BatchKnowledge;
}

/** An item that is to be written, with all that it points to. */
export interface Writing {
  readonly item: PreparedItem;
  readonly links: Links;
  readonly decision: Extract<Decision, { act: 'write' }>;
  readonly corrections: readonly NewCorrection[];
}
