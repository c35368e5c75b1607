import type { Logger } from '@dateline/service-kit/logger';
import { parseSupergraph, SupergraphError } from './parse-supergraph.ts';
import type { SupergraphSource } from './supergraph-source.ts';

export interface UrlSourceOptions {
  readonly url: string;
  /** The value of an Authorization header; null sends none. */
  readonly authorization: string | null;
  /** How often it is asked for; 0: never. */
  readonly pollMs: number;
  readonly logger: Logger;
}

interface Fetched {
  readonly sdl: string;
  readonly etag: string | null;
}

const fetchTimeoutMs = 5_000;
const maxBytes = 20_000_000;

/**
 * A supergraph at an address, as a registry or an object store gives it: asked for with If-None-Match, so that one that has
 * not changed costs neither side much. Redirects are not followed: the operator names the place itself.
 */
export function createUrlSource({ url, authorization, pollMs, logger }: UrlSourceOptions): SupergraphSource {
  const where = placeOf(url);
  let known: Fetched | null = null;
  /** That it was loaded is not that it is good: it is not asked to be served again until it is another. */
  let loaded: string | null = null;

  return {
    async load() {
      known = await fetchIt();
      loaded = known.sdl;
      return parseSupergraph(known.sdl, where);
    },
    watch(onChange) {
      if (pollMs === 0) return () => {};
      let isAway = false;
      let isWatched = true;
      let timer: NodeJS.Timeout;
      const look = async () => {
        try {
          known = await fetchIt();
          if (isAway) logger.info({ where }, 'the supergraph can be asked for again');
          isAway = false;
          if (known.sdl !== loaded) onChange();
        } catch (error) {
          if (!isAway) logger.warn({ reason: (error as Error).message }, 'the supergraph is served on as it is');
          isAway = true;
        }
        if (isWatched) timer = setTimeout(look, pollMs).unref();
      };
      timer = setTimeout(look, pollMs).unref();
      return () => {
        isWatched = false;
        clearTimeout(timer);
      };
    },
  };

  async function fetchIt(): Promise<Fetched> {
    const headers: Record<string, string> = { accept: 'text/plain, application/graphql, */*' };
    if (known?.etag) headers['if-none-match'] = known.etag;
    if (authorization !== null) headers['authorization'] = authorization;
    try {
      const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(fetchTimeoutMs) });
      if (response.status === 304 && known) return known;
      if (response.status !== 200) throw new SupergraphError(`answered HTTP ${response.status}`);
      return { sdl: await readText(response), etag: response.headers.get('etag') };
    } catch (error) {
      throw new SupergraphError(`The supergraph ${where} cannot be fetched: ${reasonOf(error)}.`, { cause: error });
    }
  }
}

/** Query and user may be secrets. */
function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

async function readText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new SupergraphError(`it is over ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function reasonOf(error: unknown): string {
  if (error instanceof SupergraphError) return error.message;
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${fetchTimeoutMs} ms`;
  const { code } = (error as { readonly cause?: { readonly code?: string } }).cause ?? {};
  return code ?? 'the request failed';
}
