import { detectFormat } from '@dateline/wire/detect-format';
import { type NewsItem, newsItem } from '@dateline/wire/news-item';
import { parseWireText } from '@dateline/wire/parse-wire';
import { type WireFormatName, wholeFile, wireFormatNamed } from '@dateline/wire/wire-format';
import {
  ImportArticlesDocument,
  RecordImportFailuresDocument,
  ResolveImportFailuresDocument,
} from '../__generated__/operations.ts';
import { InputFault } from '../faults.ts';
import { type Gateway, mendable } from '../gateway.ts';
import type { WireInput } from '../input/wire-input.ts';
import type { Terminal } from '../terminal.ts';
import { allFailures, type Failure } from './failure-list.ts';
import { type ImportChoices, toImportInput } from './import-input.ts';
import { missingLanguage, withLanguage } from './item-language.ts';
import { type ReadOptions, readItems } from './read-items.ts';
import { senderOf } from './sender-of.ts';

export interface RetrySettings {
  readonly gateway: () => Promise<Gateway>;
  readonly choices: ImportChoices;
  readonly reading: ReadOptions;
  readonly dryRun: boolean;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** The file of a failure again, where the operator named it: no path is opened because a list says so. */
  readonly reopen: (file: string) => Promise<WireInput | undefined>;
}

/** Tries everything that failed before once more, and takes off the list what goes in now. Answers the exit code. */
export async function retryFailures(settings: RetrySettings): Promise<0 | 1> {
  const { terminal } = settings;
  const gateway = await settings.gateway();
  let resolved = 0;
  let left = 0;
  for (const failure of await allFailures(gateway)) {
    if (settings.signal.aborted) break;
    const reason = await retry(failure, gateway, settings);
    if (reason === undefined) {
      resolved++;
      terminal.result(`resolved   ${placeOf(failure)}`);
      if (!settings.dryRun) await gateway.send(ResolveImportFailuresDocument, { ids: [failure.id] });
    } else {
      left++;
      terminal.fault(`${placeOf(failure)}: ${reason}`);
      if (!settings.dryRun) await noteAgain(failure, reason, gateway);
    }
  }
  terminal.result(`${resolved} resolved, ${left} still at fault`);
  return left > 0 ? 1 : 0;
}

/** One attempt more, with the reason of today. That it could not be noted changes nothing. */
async function noteAgain({ id: _, ...failure }: Failure, reason: string, gateway: Gateway): Promise<void> {
  const inputs = [{ ...failure, reason: reason.slice(0, 2_000) }];
  await gateway.send(RecordImportFailuresDocument, { inputs }).catch((error: unknown) => {
    if (!(error instanceof InputFault)) throw error;
  });
}

function placeOf({ file, place }: Failure): string {
  return place === wholeFile ? file : `${file}, ${place}`;
}

/** Why it fails still; undefined when it went in. */
async function retry(failure: Failure, gateway: Gateway, settings: RetrySettings): Promise<string | undefined> {
  const items: NewsItem[] = [];
  for await (const read of itemsOf(failure, settings)) {
    if (typeof read === 'string') return read;
    items.push(read);
  }
  if (items.length === 0) return 'holds nothing that was at fault';
  for (const item of items) {
    const told = withLanguage(item, settings.reading.language);
    if (!told) return missingLanguage;
    try {
      const inputs = [toImportInput(told, settings.choices)];
      const [answer] = (await gateway.send(ImportArticlesDocument, { inputs, dryRun: settings.dryRun })).importArticles;
      if (!answer?.outcome) return mendable(answer?.userErrors ?? []) ?? 'the gateway did not say what became of it';
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      return error.message;
    }
  }
  return undefined;
}

/** The items that stood at the place of the failure, or a reason. Where that place is no more, all of the input has to be right. */
async function* itemsOf(failure: Failure, settings: RetrySettings): AsyncGenerator<NewsItem | string> {
  const all: Tried[] = [];
  for await (const tried of readAgain(failure, settings)) all.push(tried);
  const here = all.filter(({ place }) => failure.place === wholeFile || place === failure.place);
  for (const { item, reason } of here.length > 0 ? here : all) {
    if (item && item.type !== 'text') {
      // What is passed over among others is no fault; alone it is, as nothing came of it.
      if (here.length !== 1 && all.length > 1) continue;
      yield `is no story (${item.type}); import its file again`;
    } else yield item ?? reason ?? '';
  }
}

interface Tried {
  readonly place: string;
  readonly item?: NewsItem;
  readonly reason?: string;
}

async function* readAgain(failure: Failure, { reading, reopen }: RetrySettings): AsyncGenerator<Tried> {
  const { place, payload } = failure;
  try {
    const input = await reopen(failure.file);
    if (input) return yield* readItems(input, reading);
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    return yield { place: wholeFile, reason: error.message };
  }
  if (!payload) return yield { place, reason: 'was not kept; name its file, folder or address to have it read again' };
  const known = keptItem(payload);
  if (known) return yield { place, item: known };
  const format = formatOf(failure, payload, reading);
  if (!format) return yield { place, reason: 'is of no format that is known here' };
  yield* parseWireText(payload, format, { ...reading, source: senderOf(failure.file, reading.source) });
}

/** An item that was read well, and refused. */
function keptItem(payload: string): NewsItem | undefined {
  if (!payload.startsWith('{"newsItem":')) return undefined;
  try {
    return newsItem.safeParse(JSON.parse(payload).newsItem).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function formatOf({ format, file }: Failure, payload: string, reading: ReadOptions): WireFormatName | undefined {
  if (reading.format) return reading.format;
  const known = wireFormatNamed(format ?? '');
  if (known) return known.name;
  const detected = detectFormat(payload, file);
  return detected.ok ? detected.format : undefined;
}
