import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { toldOf, type Viewer, viewerSchema } from './viewer.ts';

/** The header that carries the viewer: base64url of its JSON. */
export const viewerHeader = 'dateline-viewer';
/** The header that proves it: `t=<unix seconds>,n=<nonce>,v1=<hex HMAC-SHA256>`. */
export const signatureHeader = 'dateline-signature';

/** Clocks of two machines may differ by this much, and no more. */
const leewaySeconds = 30;
const signaturePattern = /^t=(\d{1,12}),n=([0-9a-f-]{36}),v1=([0-9a-f]{64})$/;

interface Signed {
  readonly subgraph: string;
  readonly secret: string;
  readonly body: string;
  readonly now: Date;
}

/** The headers that let `subgraph`, and no other, answer this body once, for this viewer, within half a minute. */
export function signViewer(viewer: Viewer | null, { subgraph, secret, body, now }: Signed): Record<string, string> {
  const encoded = Buffer.from(JSON.stringify(viewer && toldOf(viewer))).toString('base64url');
  const seconds = String(Math.floor(now.getTime() / 1000));
  const nonce = randomUUID();
  const mac = macOf({ secret, seconds, nonce, subgraph, encoded, body }).toString('hex');
  return { [viewerHeader]: encoded, [signatureHeader]: `t=${seconds},n=${nonce},v1=${mac}` };
}

export type Verification =
  | { readonly ok: true; readonly viewer: Viewer | null }
  | { readonly ok: false; readonly reason: 'MISSING' | 'MALFORMED' | 'EXPIRED' | 'FORGED' | 'REPLAYED' };

export type ViewerVerifier = (headers: Readonly<Record<string, unknown>>, body: string, now: Date) => Verification;

/**
 * Verifies that the gateway sent this body for this viewer. Keeps the nonces of the last minute, so that a request that
 * was overheard cannot be sent again; the memory is of one process, the window is what bounds it across several.
 */
export function createViewerVerifier(subgraph: string, secret: string): ViewerVerifier {
  const seen = new Map<string, number>();

  return (headers, body, now) => {
    const encoded = headers[viewerHeader];
    const signature = headers[signatureHeader];
    if (typeof encoded !== 'string' || typeof signature !== 'string') return { ok: false, reason: 'MISSING' };
    const [, seconds, nonce, mac] = signaturePattern.exec(signature) ?? [];
    if (!seconds || !nonce || !mac) return { ok: false, reason: 'MALFORMED' };

    const nowSeconds = now.getTime() / 1000;
    if (Math.abs(nowSeconds - Number(seconds)) > leewaySeconds) return { ok: false, reason: 'EXPIRED' };
    const expected = macOf({ secret, seconds, nonce, subgraph, encoded, body });
    if (!timingSafeEqual(expected, Buffer.from(mac, 'hex'))) return { ok: false, reason: 'FORGED' };

    forgetOld(seen, nowSeconds);
    if (seen.has(nonce)) return { ok: false, reason: 'REPLAYED' };
    seen.set(nonce, nowSeconds);

    const viewer = viewerSchema.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString()));
    return viewer.success ? { ok: true, viewer: viewer.data } : { ok: false, reason: 'MALFORMED' };
  };
}

interface MacInput {
  readonly secret: string;
  readonly seconds: string;
  readonly nonce: string;
  readonly subgraph: string;
  readonly encoded: string;
  readonly body: string;
}

function macOf({ secret, seconds, nonce, subgraph, encoded, body }: MacInput): Buffer {
  const digest = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', secret).update([seconds, nonce, subgraph, encoded, digest].join('\n')).digest();
}

/** A Map keeps insertion order, so the oldest nonces stand first. */
function forgetOld(seen: Map<string, number>, nowSeconds: number): void {
  for (const [nonce, at] of seen) {
    if (nowSeconds - at <= 2 * leewaySeconds) return;
    seen.delete(nonce);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
