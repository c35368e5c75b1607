import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '@dateline/scripts/house';
import type { Contender } from './contender.ts';

/** What `npm run gateway` runs, in a checkout of the project. */
const programIn = (checkout: string) => join(checkout, 'apps/gateway/src/standalone/main.ts');

export interface OurSettings {
  readonly sharing?: { readonly subgraphCalls?: boolean; readonly requests?: boolean };
  readonly entityCache?: { readonly maxBytes: number };
  readonly responseCache?: { readonly maxBytes: number; readonly defaultMaxAgeSeconds: number };
}

/** The public benchmark's operation is deeper and larger than what we let strangers ask by default. */
const limits = {
  maxBodyBytes: 1_000_000,
  maxTokens: 5_000,
  maxRecursiveSelections: 100_000,
  maxDepth: 100,
  maxAliases: 1_000,
  maxRootFields: 1_000,
  maxCost: 1_000_000,
};

/**
 * Our gateway alone, as `npm run gateway` starts it: nothing shared and nothing cached unless told.
 *
 * @param checkout where its sources are: these, or those of another commit with its dependencies installed
 */
export function ours(
  id: string,
  title: string,
  settings: OurSettings = {},
  checkout: string = projectFolder,
): Contender {
  const program = programIn(checkout);
  return {
    id,
    title,
    unavailable: existsSync(program) ? null : `there is no gateway in ${checkout}`,
    launch({ folder, supergraphFile, port }) {
      const config = join(folder, `${id}.config.json`);
      const { subgraphCalls = false, requests = false } = settings.sharing ?? {};
      const text = JSON.stringify({
        introspection: false,
        sharing: { subgraphCalls, requests },
        entityCache: settings.entityCache ?? false,
        responseCache: settings.responseCache ?? false,
        limits,
      });
      writeFileSync(config, text);
      return {
        args: [program, '--supergraph', supergraphFile, '--port', String(port), '--config', config],
        env: { NODE_ENV: 'production' },
      };
    },
  };
}

const maxBytes = 100_000_000;

export const oursCold = ours('ours-cold', '**ours**, cold: nothing shared, nothing cached');
export const oursSharedCalls = ours('ours-shared-calls', '**ours**, subgraph calls shared in flight', {
  sharing: { subgraphCalls: true },
});
export const oursSharedRequests = ours('ours-shared-requests', '**ours**, whole requests shared in flight', {
  sharing: { requests: true },
});
export const oursEntityCache = ours('ours-entity-cache', '**ours**, all entities cached', {
  entityCache: { maxBytes },
});
export const oursResponseCache = ours('ours-response-cache', '**ours**, response cache, hit', {
  responseCache: { maxBytes, defaultMaxAgeSeconds: 0 },
});
