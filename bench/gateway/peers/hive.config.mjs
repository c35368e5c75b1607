// Hive Gateway. What differs between rows comes from the environment: BENCH_HIVE = JSON of { dedupe, responseCache }.
import { defineConfig } from '@graphql-hive/gateway';

const { dedupe = false, responseCache = false } = JSON.parse(process.env.BENCH_HIVE ?? '{}');

export const gatewayConfig = defineConfig({
  logging: 'error',
  ...(dedupe ? { inboundInflightRequestDeduplication: true } : {}),
  ...(responseCache ? { cache: { type: 'localforage' }, responseCaching: { session: () => null, ttl: 600_000 } } : {}),
});
