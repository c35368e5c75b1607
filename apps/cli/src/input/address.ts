import { type GuardedFetch, GuardedFetchError } from '@dateline/service-kit/guarded-fetch';
import { InputFault, PassingFault } from '../faults.ts';
import type { WireInput } from './wire-input.ts';

/** No feed is larger. */
export const maxAddressBytes = 64 * 1024 * 1024;
const timeoutMs = 60_000;

/** What a server said of its last answer, so that it need not send the same again (RFC 9110 §13). */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface AddressAnswer {
  /** Undefined when nothing is new since `validators`. */
  readonly input: WireInput | undefined;
  readonly validators: Validators;
  /** How long the server asks to wait until the next time (Cache-Control: max-age). */
  readonly freshForMs: number | undefined;
}

interface Asked {
  readonly guarded: GuardedFetch;
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
}

/** Asks an address for items. Throws a PassingFault when another try may fare better, an InputFault when not. */
export async function readAddress(url: string, { guarded, validators = {}, signal }: Asked): Promise<AddressAnswer> {
  const headers = {
    accept:
      'application/feed+json, application/atom+xml, application/rss+xml, application/json, text/xml, text/html, */*;q=0.5',
    ...(validators.etag && { 'if-none-match': validators.etag }),
    ...(validators.lastModified && { 'if-modified-since': validators.lastModified }),
  };
  const options = { maxBytes: maxAddressBytes, timeoutMs, headers, ...(signal && { signal }) };
  const answer = await guarded.get(url, options).catch(toFault);
  const freshForMs = maxAgeMs(answer.headers['cache-control']);
  if (answer.status === 304) {
    answer.discard();
    return { input: undefined, validators, freshForMs };
  }
  if (answer.status !== 200) {
    answer.discard();
    throw statusFault(answer.status, retryAfterMs(answer.headers['retry-after']));
  }
  const input: WireInput = {
    name: url,
    file: url,
    fileName: new URL(answer.url).pathname,
    url: answer.url,
    contentType: answer.headers['content-type'],
    bytes: () => faultsOf(answer.body),
    beside: async () => undefined,
  };
  return {
    input,
    validators: { etag: answer.headers['etag'], lastModified: answer.headers['last-modified'] },
    freshForMs,
  };
}

async function* faultsOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    toFault(error);
  }
}

function toFault(error: unknown): never {
  if (!(error instanceof GuardedFetchError)) throw error;
  const hint = error.problem === 'FORBIDDEN_ADDRESS' ? '; --allow-private allows it for addresses that you type' : '';
  if (error.problem === 'UNREACHABLE' || error.problem === 'TIMEOUT') throw new PassingFault(error.message);
  throw new InputFault(`${error.message}${hint}`);
}

function statusFault(status: number, afterMs: number | undefined): InputFault {
  const said = `was answered with status ${status}`;
  return status === 429 || status >= 500 ? new PassingFault(said, afterMs) : new InputFault(said);
}

/** Seconds, or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfterMs(value: string | undefined, nowMs = Date.now()): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,7}$/.test(value.trim())) return Number(value) * 1_000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

function maxAgeMs(cacheControl = ''): number | undefined {
  const [, seconds] = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,8})/i.exec(cacheControl) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}
