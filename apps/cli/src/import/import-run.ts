import { dirname } from 'node:path';
import type { GuardedFetch } from '@dateline/service-kit/guarded-fetch';
import type { NewsItem } from '@dateline/wire/news-item';
import { wholeFile } from '@dateline/wire/wire-format';
import { CommandFault, InputFault } from '../faults.ts';
import type { Gateway } from '../gateway.ts';
import type { WireInput } from '../input/wire-input.ts';
import { isolated, type Terminal } from '../terminal.ts';
import { createDelivery, type DeliveredItem, type ImportAnswer } from './delivery.ts';
import { createFilesRead } from './failure-list.ts';
import { createFailureRecord } from './failure-record.ts';
import { figuresOf, referenceOf, wordsOf } from './figure-words.ts';
import type { ImportChoices } from './import-input.ts';
import { missingLanguage, withLanguage } from './item-language.ts';
import { createPictureDelivery, type LeftOverBounds } from './picture-delivery.ts';
import type { Progress } from './progress.ts';
import { maxPayloadChars, type ReadItem, type ReadOptions, readItems } from './read-items.ts';
import { createTally, type Outcome, type Tally } from './tally.ts';

export interface ImportSettings {
  readonly choices: ImportChoices;
  readonly reading: ReadOptions;
  readonly dryRun: boolean;
  /** No line for an item that went in. */
  readonly quiet: boolean;
  readonly concurrency: number;
  readonly batchItems: number;
  readonly batchBytes: number;
}

export interface ImportDeps {
  readonly gateway: () => Promise<Gateway>;
  /** The same, with little patience: what is wanted of pictures stays wanted. */
  readonly pictureGateway: () => Promise<Gateway>;
  /** Fetches pictures from addresses that stand within items. */
  readonly guarded: GuardedFetch;
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface ImportRun {
  /** Reads an input to its end, or until the run is stopped; most of its items are sent by then. */
  take(input: WireInput): Promise<void>;
  /** What failed before there was anything to read; kept under `file`, where it is more than a name that is wrong. */
  fail(name: string, reason: string, file?: string): Promise<void>;
  /** Sends what is left, pictures and failures too. */
  drain(): Promise<void>;
  /** Tries once to have kept what failed, before a run that is ended by a fault leaves. */
  saveFailures(): Promise<void>;
  /** Takes off the list what failed before and went in now. */
  clearMended(): Promise<void>;
  /** Pictures that earlier runs left. */
  attachLeftOver(folders: readonly WireInput[], bounds: LeftOverBounds): Promise<void>;
  /** Whether an answer of the gateway has come. */
  readonly hasDelivered: boolean;
  readonly tally: Tally;
  readonly pictures: { readonly attached: number; readonly waiting: number };
}

type Placed = Pick<ReadItem, 'input' | 'place' | 'format'>;

/** One run of the import: inputs in, items to the gateway, pictures to media, a line for each outcome. */
export function createImportRun(settings: ImportSettings, deps: ImportDeps): ImportRun {
  const { dryRun } = settings;
  const { gateway, terminal, progress, signal } = deps;
  const tally = createTally();
  const onFault = (line: string) => terminal.fault(line);
  const pictures = createPictureDelivery({ gateway: deps.pictureGateway, guarded: deps.guarded, onFault });
  const failures = createFailureRecord({
    gateway,
    hurried: deps.pictureGateway,
    maxBytes: settings.batchBytes,
    onFault,
  });
  const files = createFilesRead();
  let hasDelivered = false;

  const count = (format: string | undefined, outcome: Outcome) => {
    tally.count(format ?? 'unknown', outcome);
    progress.item();
  };

  async function refuse({ input, place, format }: Placed, reason: string, payload?: string): Promise<void> {
    count(format, 'failed');
    files.atFault(input.file);
    terminal.fault(`${input.name}${place === wholeFile ? '' : `, ${place}`}: ${reason}`);
    if (!dryRun) await failures.keep({ file: input.file, place, format, reason: reason.slice(0, 2_000), payload });
  }

  async function settle({ input, format, item }: DeliveredItem, answer: ImportAnswer): Promise<void> {
    hasDelivered = true;
    const outcome = answer.outcome?.toLowerCase() as Outcome;
    count(format, outcome);
    if (!settings.quiet) terminal.result(outcomeLine(outcome, item.headline, answer));
    const words = (reference: string) => wordsOf(item, reference);
    const source = { name: input.name, beside: input.beside, place: dirname(input.file), words };
    if (!dryRun) await pictures.want(answer.wantedPictures, source);
  }

  const delivery = createDelivery({
    gateway,
    choices: settings.choices,
    dryRun,
    concurrency: settings.concurrency,
    maxItems: settings.batchItems,
    maxBytes: settings.batchBytes,
    onAnswer: settle,
    onRefused: (delivered, reason) => refuse(delivered, reason, keptItem(delivered.item)),
  });

  /** A picture on its own: media takes it, no article is made of it. */
  async function storeAlone(read: Extract<ReadItem, { item: unknown }>): Promise<void> {
    const { input, item, format } = read;
    const reference = figuresOf(item.body)
      .map(referenceOf)
      .find((one) => one !== undefined);
    if (reference === undefined || item.pubStatus !== 'usable') return count(format, 'passed over');
    if (dryRun) return count(format, 'picture');
    try {
      const words = (name: string) => ({ ...wordsOf(item, name) });
      const id = await pictures.store(reference, {
        name: input.name,
        beside: input.beside,
        place: dirname(input.file),
        words,
      });
      hasDelivered = true;
      count(format, 'picture');
      if (!settings.quiet) terminal.result(`picture    ${isolated(item.headline)}  ${id}`);
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      await refuse(read, `picture ${reference}: ${error.message}`);
    }
  }

  async function deliver({ input, place, format, item }: Extract<ReadItem, { item: unknown }>): Promise<void> {
    const told = withLanguage(item, settings.reading.language);
    if (told) return delivery.add({ input, place, format, item: told });
    return refuse({ input, place, format }, missingLanguage, keptItem(item));
  }

  async function route(read: ReadItem): Promise<void> {
    if ('reason' in read) return refuse(read, read.reason, read.payload);
    const { item, format } = read;
    if (item.type === 'text') return deliver(read);
    if (item.type === 'picture' || item.type === 'graphic') return storeAlone(read);
    count(format, 'passed over');
  }

  return {
    async take(input) {
      const counted: WireInput = { ...input, bytes: () => countBytes(input.bytes(), progress) };
      files.begun(input.file);
      for await (const read of readItems(counted, settings.reading)) {
        if (signal.aborted) return;
        await route(read);
      }
      files.whole(input.file);
    },
    async fail(name, reason, file) {
      count(undefined, 'failed');
      terminal.fault(`${name}: ${reason}`);
      if (file !== undefined && !dryRun) await failures.keep({ file, place: wholeFile, reason });
    },
    async drain() {
      await delivery.drain();
      await Promise.all([pictures.drain(), failures.drain()]);
    },
    saveFailures: failures.save,
    clearMended: () => files.clearMended(deps.pictureGateway),
    async attachLeftOver(folders, bounds) {
      try {
        await pictures.wantLeftOver(folders, bounds);
      } catch (error) {
        // They stay wanted, and what was imported stays imported.
        if (!(error instanceof InputFault || error instanceof CommandFault)) throw error;
        terminal.fault(`Pictures wait for a later run: ${error.message}`);
      }
      await pictures.drain();
    },
    get hasDelivered() {
      return hasDelivered;
    },
    tally,
    pictures,
  };
}

function outcomeLine(outcome: Outcome, headline: string, { article }: ImportAnswer): string {
  if (!article) return `${outcome.padEnd(9)}  ${isolated(headline)}`;
  const state = article.status === 'PUBLISHED' ? '' : ` (${article.status.toLowerCase()})`;
  return `${outcome.padEnd(9)}  ${isolated(article.headline)}${state}  ${article.canonicalUrl}`;
}

/** An item that was read well, as `--retry` finds it again. */
function keptItem(item: NewsItem): string | undefined {
  const payload = JSON.stringify({ newsItem: item });
  return payload.length > maxPayloadChars ? undefined : payload;
}

async function* countBytes(bytes: AsyncIterable<Uint8Array>, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    progress.read(chunk.length);
    yield chunk;
  }
}
