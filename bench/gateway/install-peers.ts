import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { peerFile, peersFolder } from './contenders/peers.ts';

const stampFile = 'node_modules/.bench-install.json';

/**
 * Installs the peers into their own folder with npm, unless what stands there is what package.json says. The workspace
 * never sees them.
 */
export function installPeers(say: (line: string) => void): void {
  const manifest = readFileSync(peerFile('package.json'), 'utf8');
  const stamp = peerFile(stampFile);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifest) return;
  say('Installing the peers (about a minute, about 1,000 packages, for the bench alone) …');
  const args = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error'];
  const { status } = spawnSync('npm', args, { cwd: peersFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed; what npm said stands above.');
  writeFileSync(stamp, manifest);
}
