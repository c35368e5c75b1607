import type { Contender, Place } from './contender.ts';
import { peerFile, peersFolder } from './peers.ts';

interface HiveSettings {
  /** Hive Router's planner and executor in Rust, in place of the one in JavaScript. */
  readonly rust: boolean;
  readonly dedupe?: boolean;
  readonly responseCache?: boolean;
}

function hive(id: string, title: string, { rust, ...settings }: HiveSettings): Contender {
  const launch = ({ supergraphFile, port }: Place) => ({
    args: [
      peerFile('node_modules/@graphql-hive/gateway/dist/bin.js'),
      'supergraph',
      supergraphFile,
      ...['--config-path', peerFile('hive.config.mjs'), '--host', '127.0.0.1', '--port', String(port), '--fork', '1'],
      ...(rust ? ['--hive-router-runtime'] : []),
    ],
    env: { BENCH_HIVE: JSON.stringify(settings), NODE_ENV: 'production' },
    cwd: peersFolder,
  });
  return { id, title, launch };
}

export const hiveDefault = hive('hive', 'Hive Gateway, default', { rust: false });
export const hiveRust = hive('hive-rust', 'Hive Gateway --hive-router-runtime', { rust: true });
export const hiveRustDedupe = hive('hive-rust-dedupe', 'the same, whole requests shared in flight', {
  rust: true,
  dedupe: true,
});
export const hiveResponseCache = hive('hive-response-cache', "Hive Gateway's response cache, hit", {
  rust: true,
  responseCache: true,
});
