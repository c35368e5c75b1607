import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCachedHouse } from '../cached-house.ts';

export const listedQuery = 'query Headline($id: ID!) {\n  article(id: $id) {\n    id\n    headline\n  }\n}';
export const unlistedQuery = '{ article(id: "a2") { headline } }';
export const partnerKey = 'dateline_partner_0123456789abcdef0123456789abcdef';

export const sha256 = (text: string): string => hash('sha256', text);

export interface KeyLimits {
  readonly perMinute?: number;
  readonly mutationsPerMinute?: number;
  readonly costPerMinute?: number;
}

/** A house with its caches on that answers strangers listed documents only, and one partner whatever it asks. */
export async function startSafelistHouse(env: Record<string, string> = {}, keyLimits: KeyLimits = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-admission-'));
  const files = { documents: join(folder, 'documents.json'), keys: join(folder, 'keys.json') };
  const list = (documents: Readonly<Record<string, string>>) =>
    writeFileSync(files.documents, JSON.stringify(documents));
  const giveKeys = (keys: readonly object[]) => writeFileSync(files.keys, JSON.stringify({ keys }));
  const partner = { name: 'partner', sha256: sha256(partnerKey), ...keyLimits };
  list({ headline: listedQuery });
  giveKeys([partner]);
  const house = await startCachedHouse({
    SAFELIST: 'on',
    PERSISTED_DOCUMENTS_FILE: files.documents,
    CLIENT_KEYS_FILE: files.keys,
    RATE_LIMIT_EXEMPT: 'none',
    RATE_LIMIT_PER_ADDRESS: '0',
    // A busy machine is another test's question.
    MAX_EVENT_LOOP_DELAY_MS: '0',
    ...env,
  });
  return {
    ...house,
    list,
    giveKeys,
    partner,
    async close() {
      await house.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type SafelistHouse = Awaited<ReturnType<typeof startSafelistHouse>>;
