import type { LiveRequest } from '@dateline/service-kit/live/live-operations';
import { createLogger } from '@dateline/service-kit/logger';
import { createMetricsRegistry } from '@dateline/service-kit/meters';
import type { Viewer } from '@dateline/service-kit/viewer';
import { createAdmission } from '../../src/admission/admission.ts';
import { createCaches } from '../../src/caches.ts';
import type { GatewayContext } from '../../src/context.ts';
import { readSupergraph } from '../../src/engine/supergraph/supergraph.ts';
import { readEnv } from '../../src/env.ts';
import { startGraphs } from '../../src/graphs.ts';
import { houseSettings } from '../../src/house-settings.ts';
import { createShedding } from '../../src/http/shedding/shedding.ts';
import { Lifetime } from '../../src/lifetime.ts';
import type { GatewaySettings } from '../../src/settings.ts';
import { createGatewayMetrics } from '../../src/telemetry/gateway-metrics.ts';
import { viewerSigningSecret } from '../test-gateway.ts';
import { Recorder } from './recorder.ts';

export interface AskOptions {
  readonly viewer?: Viewer | null;
  readonly address?: string;
  readonly request?: Partial<LiveRequest>;
}

/** Everything of a gateway behind its transports. */
export async function startLiveGateway(
  sdl: string,
  changed: Partial<GatewaySettings> = {},
  env: Record<string, string> = {},
) {
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('gateway', 'info', { write: (line) => void log.push(JSON.parse(line)) });
  const house = houseSettings(readEnv({ NODE_ENV: 'test', VIEWER_SIGNING_SECRET: viewerSigningSecret, ...env }));
  const settings: GatewaySettings = { ...house, subgraphs: {}, ...changed };
  const caches = await createCaches(settings, logger);
  const admission = await createAdmission({
    settings: settings.admission,
    limits: settings.limits,
    redisUrl: null,
    logger,
  });
  const metrics = createGatewayMetrics(createMetricsRegistry());
  const shedding = createShedding({ settings: settings.shedding, corsOrigins: [], events: metrics.door });
  const graphs = await startGraphs({
    settings,
    logger,
    supergraph: readSupergraph(sdl),
    caches,
    admission,
    shedding,
    metrics,
  });
  const contextOf = ({ viewer = null, address = '127.0.0.1' }: AskOptions): GatewayContext => ({
    requestId: 'a-test',
    viewer,
    client: { address, key: null },
    logger,
    lifetime: new Lifetime(),
    nameOperation: () => undefined,
  });
  return {
    graphs,
    log,
    ask(query: string, variables: Record<string, unknown> = {}, options: AskOptions = {}) {
      const recorder = new Recorder();
      const request = { query, variables, ...options.request };
      const { stop } = graphs.live.subscribe(request, contextOf(options), recorder);
      return Object.assign(recorder, { stop });
    },
    serve: (next: string) => graphs.reload(readSupergraph(next)),
    async close() {
      await graphs.close();
      shedding.close();
      await admission.close();
      await caches.close();
    },
  };
}

export type LiveGateway = Awaited<ReturnType<typeof startLiveGateway>>;
