import type { NewsItem } from '@dateline/wire/news-item';
import type { WireFormatName } from '@dateline/wire/wire-format';
import {
  type ImportArticleInput,
  ImportArticlesDocument,
  type ImportArticlesMutation,
} from '../__generated__/operations.ts';
import { CommandFault, InputFault, PassingFault } from '../faults.ts';
import { type Gateway, mendable } from '../gateway.ts';
import type { WireInput } from '../input/wire-input.ts';
import { type ImportChoices, toImportInput } from './import-input.ts';

export interface DeliveredItem {
  readonly input: WireInput;
  readonly place: string;
  readonly format: WireFormatName | undefined;
  readonly item: NewsItem;
}

export type ImportAnswer = ImportArticlesMutation['importArticles'][number];

export interface DeliverySettings {
  readonly gateway: () => Promise<Gateway>;
  readonly choices: ImportChoices;
  readonly dryRun: boolean;
  /** Batches under way at once. */
  readonly concurrency: number;
  /** Of one batch, whichever comes first. */
  readonly maxItems: number;
  readonly maxBytes: number;
  readonly onAnswer: (item: DeliveredItem, answer: ImportAnswer) => void | Promise<void>;
  readonly onRefused: (item: DeliveredItem, reason: string) => void | Promise<void>;
}

export interface Delivery {
  /** Takes one more; waits while too much is under way. Throws what ended the run. */
  add(item: DeliveredItem): Promise<void>;
  /** Sends what is left and waits for all answers. */
  drain(): Promise<void>;
}

interface Waiting {
  readonly delivered: DeliveredItem;
  readonly key: string;
  readonly input: ImportArticleInput;
}

/**
 * Sends items in batches, several at once, and never two versions of one story at the same time: they would arrive in any
 * order. A batch that is refused as a whole is halved until the item at fault stands alone.
 */
export function createDelivery(settings: DeliverySettings): Delivery {
  const underWay = new Map<Promise<void>, ReadonlySet<string>>();
  let batch: Waiting[] = [];
  let batchBytes = 0;
  let ended: { readonly error: unknown } | undefined;

  const rethrow = () => {
    if (ended) throw ended.error;
  };
  async function dispatch(): Promise<void> {
    const sending = batch;
    batch = [];
    batchBytes = 0;
    if (sending.length === 0) return;
    const keys = new Set(sending.map(({ key }) => key));
    for (;;) {
      const inTheWay = [...underWay].find(([, others]) => others.values().some((key) => keys.has(key)))?.[0];
      if (inTheWay) await inTheWay;
      else if (underWay.size >= settings.concurrency) await Promise.race(underWay.keys());
      else break;
    }
    rethrow();
    const sent: Promise<void> = sendBatch(sending, settings)
      .catch((error: unknown) => {
        ended ??= { error };
      })
      .finally(() => underWay.delete(sent));
    underWay.set(sent, keys);
  }
  return {
    async add(delivered) {
      rethrow();
      const input = toImportInput(delivered.item, settings.choices);
      const waiting = { delivered, input, key: JSON.stringify([input.source, input.sourceId]) };
      const bytes = Buffer.byteLength(JSON.stringify(input));
      const isFull = batch.length >= settings.maxItems || batchBytes + bytes > settings.maxBytes;
      if (isFull || batch.some(({ key }) => key === waiting.key)) await dispatch();
      batch.push(waiting);
      batchBytes += bytes;
    },
    async drain() {
      await dispatch();
      await Promise.all(underWay.keys());
      rethrow();
    },
  };
}

async function sendBatch(batch: readonly Waiting[], settings: DeliverySettings): Promise<void> {
  const gateway = await settings.gateway();
  let answers: readonly ImportAnswer[];
  try {
    const variables = { inputs: batch.map(({ input }) => input), dryRun: settings.dryRun };
    answers = (await gateway.send(ImportArticlesDocument, variables)).importArticles;
  } catch (error) {
    if (error instanceof PassingFault) throw new CommandFault(`Nothing more is tried: ${error.message}`);
    if (!(error instanceof InputFault)) throw error;
    const [one] = batch;
    if (one && batch.length === 1) return settings.onRefused(one.delivered, error.message);
    const half = Math.ceil(batch.length / 2);
    await sendBatch(batch.slice(0, half), settings);
    return sendBatch(batch.slice(half), settings);
  }
  for (const [at, { delivered }] of batch.entries()) {
    const answer = answers[at];
    if (answer?.outcome) await settings.onAnswer(delivered, answer);
    else await settings.onRefused(delivered, refusal(answer));
  }
}

function refusal(answer: ImportAnswer | undefined): string {
  return mendable(answer?.userErrors ?? []) ?? 'the gateway did not say what became of it';
}
