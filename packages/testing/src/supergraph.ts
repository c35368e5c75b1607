import { readSubgraphSdl, type SubgraphName } from '@dateline/graph-types/subgraphs';
import { createHttpService } from '@dateline/service-kit/http-service';
import { createLogger } from '@dateline/service-kit/logger';
import { createSubgraphSchema, mountSubgraph, type RequestContext } from '@dateline/service-kit/subgraph-server';
import { loadTracing } from '@dateline/service-kit/tracing/tracing';
import type { TracingSettings } from '@dateline/service-kit/tracing/tracing-settings';

/** What a subgraph received: enough to see who was said to ask, and with what headers. */
export interface ReceivedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

export interface TestSubgraph {
  /** Where its graph stands. */
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  close(): Promise<void>;
}

export interface TestSubgraphOptions {
  readonly name: SubgraphName;
  readonly resolvers: object;
  readonly viewerSigningSecret: string;
  /** 0, any free one, by default; a number to come back at the same place. */
  readonly port?: number;
  readonly tracing?: TracingSettings | null;
}

/**
 * A real subgraph over real HTTP on a free port, with the house's own SDL of that name and a resolver map of the test's.
 * It verifies signatures as every subgraph does.
 */
export async function startTestSubgraph(options: TestSubgraphOptions): Promise<TestSubgraph> {
  const { name, resolvers, viewerSigningSecret, port = 0 } = options;
  const tracing = await loadTracing(options.tracing ?? null, name);
  const logger = createLogger(name, 'silent');
  const service = createHttpService({ name, host: '127.0.0.1', port, logger, readiness: {} });
  const received: ReceivedRequest[] = [];
  service.http.addHook('preHandler', async ({ headers, body }) => void received.push({ headers, body }));
  await mountSubgraph<RequestContext>(service.http, {
    name,
    schema: createSubgraphSchema([readSubgraphSdl(name)], resolvers),
    viewerSigningSecret,
    logger,
    tracing,
    createContext: (request) => request,
  });
  const origin = await service.listen();
  return { url: `${origin}/graphql`, received, close: () => service.drain() };
}
