import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shopSdl, shopSubgraphs } from '../workload/shop-sdl.ts';
import type { Contender, Place } from './contender.ts';
import { isInstalled, peerFile } from './peers.ts';

const binary = 'node_modules/@grafbase/cli-x86_64-unknown-linux-musl/grafbase';

/** Composes its own supergraph, from the same SDL. */
function launch({ folder, subgraphUrls, port }: Place) {
  const cwd = join(folder, 'grafbase');
  mkdirSync(cwd, { recursive: true });
  const config = shopSubgraphs.map((name) => {
    writeFileSync(join(cwd, `${name}.graphql`), shopSdl[name]);
    return `[subgraphs.${name}]\nurl = "${subgraphUrls[name]}"\nschema_path = "${name}.graphql"\n`;
  });
  writeFileSync(join(cwd, 'grafbase.toml'), config.join('\n'));
  return {
    program: peerFile(binary),
    args: ['dev', '--config', join(cwd, 'grafbase.toml'), '--listen-address', `127.0.0.1:${port}`],
    env: { HOME: cwd },
    cwd,
  };
}

export function grafbase(): Contender {
  return {
    id: 'grafbase',
    title: 'grafbase dev (native Rust; shares calls in flight)',
    unavailable: isInstalled(binary) ? null : 'its package has a program for Linux on x86-64 only',
    launch,
  };
}
