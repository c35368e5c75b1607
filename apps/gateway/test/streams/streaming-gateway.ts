import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import { importJWK, SignJWT } from 'jose';
import type { StreamSettings } from '../../src/http/live/stream-settings.ts';
import { usualStreamSettings } from '../../src/http/live/stream-settings.ts';
import type { GatewaySettings } from '../../src/settings.ts';
import { startChatHouse } from '../live/chat-house.ts';
import { startTestGateway } from '../test-gateway.ts';

export interface StreamingOptions {
  readonly streams?: Partial<StreamSettings>;
  readonly settings?: Partial<GatewaySettings>;
}

/** What everybody here subscribes to. */
export const activity = 'subscription { activity(room: "r1") { cursor text } }';
export const heard = (cursor: string, text: string) => ({ data: { activity: { cursor, text } } });

/** The whole gateway over real HTTP, before two subgraphs of which one has subscriptions. */
export async function startStreamingGateway({ streams = {}, settings = {} }: StreamingOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-streams-'));
  const house = await startChatHouse();
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, house.sdl);
  const keyFile = join(folder, 'key.json');
  await ensureDevIssuerKey(keyFile);
  const gateway = await startTestGateway({
    env: { DEV_ISSUER_KEY_FILE: keyFile },
    settings: {
      supergraph: { file, url: null, authorization: null, pollMs: 0 },
      subgraphs: {},
      streams: { ...usualStreamSettings, ...streams },
      ...settings,
    },
  });
  const url = `${gateway.origin}/graphql`;
  return {
    house,
    gateway,
    file,
    url,
    socketUrl: url.replace('http', 'ws'),
    port: Number(new URL(url).port),
    /** Tells all who listen. */
    publish: (cursor: string, text: string) => house.state.activity.publish({ cursor, text, room: null }),
    async token(expiresAt: number): Promise<string> {
      const key = await importJWK(JSON.parse(readFileSync(keyFile, 'utf8')), 'EdDSA');
      const claims = { sub: 'r1', name: 'Noa', iss: 'dateline-development', aud: 'dateline', exp: expiresAt };
      return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(key);
    },
    async close() {
      await gateway.close();
      await house.close();
    },
  };
}

export type StreamingGateway = Awaited<ReturnType<typeof startStreamingGateway>>;

/** A stream by POST, as fetch has it. */
export function openStream(url: string, query: string, headers: Record<string, string> = {}, signal?: AbortSignal) {
  return fetch(url, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
    ...(signal ? { signal } : {}),
  });
}
