import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';

/** An unknown key id makes the key set be fetched again, at most once in this time. */
const cooldownMs = 60_000;
/** So long a key set is used without a look at what has become of it… */
const cacheMs = 600_000;
/** …and so long beyond, when the issuer cannot be asked. */
const staleMs = 3_600_000;
/** An issuer that could not be asked is left alone for this long, whatever tokens come. */
const pauseMs = 5_000;
const fetchTimeoutMs = 2_000;

/** The issuer cannot be asked for the key that a token names: the token may be good. */
export class KeySetAway extends Error {
  override readonly name = 'KeySetAway';
}

interface KeySet {
  readonly text: string;
  readonly atMs: number;
}

/** The keys at an address, as they change. While it cannot be asked, those that are known go on for an hour. */
export function createKeySet(url: string): JWTVerifyGetKey {
  let last: KeySet | null = null;
  let failedAtMs = Number.NEGATIVE_INFINITY;
  const keys = createRemoteJWKSet(new URL(url), {
    cooldownDuration: cooldownMs,
    cacheMaxAge: cacheMs,
    timeoutDuration: fetchTimeoutMs,
    [customFetch]: fetchKeys,
  });

  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey && failedAtMs > (last?.atMs ?? 0))
        throw new KeySetAway(error.message);
      throw error;
    }
  };

  async function fetchKeys(address: string, options: RequestInit): Promise<Response> {
    try {
      if (Date.now() < failedAtMs + pauseMs) throw new KeySetAway('it could not be asked a moment ago');
      const text = await fetchText(address, options);
      last = { text, atMs: Date.now() };
      return new Response(text);
    } catch (cause) {
      if (!(cause instanceof KeySetAway)) failedAtMs = Date.now();
      if (last && Date.now() < last.atMs + cacheMs + staleMs) return new Response(last.text);
      throw new KeySetAway('the key set cannot be had', { cause });
    }
  }
}

async function fetchText(address: string, options: RequestInit): Promise<string> {
  const response = await fetch(address, options);
  if (response.status !== 200) throw new Error(`the key set answered ${response.status}`);
  const text = await response.text();
  const { keys } = JSON.parse(text) as { readonly keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('the key set is none');
  return text;
}
