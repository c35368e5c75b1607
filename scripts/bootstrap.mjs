// What the root's commands do first, with whatever Node there is (20 or newer): install what the lockfile says, with the pnpm
// that package.json pins, then hand over to a TypeScript file under the Node that came with the installation.
// Plain JavaScript without dependencies: nothing else is here yet when it runs.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(project, 'node_modules');
const stampFile = join(modules, '.dateline-install.json');
const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const oldestMajor = 20;

/**
 * Installs if need be, then runs `script` (a path below the project) and ends as it ends. It runs in the project's folder,
 * or in `cwd`; `env` is added to its environment, and `flags` are Node's own.
 */
export function runWithHouseNode(script, { cwd = project, env = {}, flags = [] } = {}) {
  refuseOldNode();
  const pnpm = install();
  handOver(script, pnpm, { cwd, env, flags });
}

function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldestMajor) return;
  fail(
    `Dateline needs Node ${oldestMajor} or newer to begin with; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** Returns the path of pnpm. Does nothing else when the lockfile was installed already. */
function install() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(project, file)));
  const inputs = hash.digest('hex');
  const stamp = readStamp();
  if (stamp.inputs === inputs && existsSync(stamp.pnpm) && existsSync(node)) return stamp.pnpm;

  const pin = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).packageManager.split('+')[0];
  console.log(`Installing what the lockfile says, with ${pin} …`);
  const startedAt = Date.now();
  const pnpm = findPnpm(pin);
  const done = spawnSync(pnpm, ['install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: project,
    env: { ...pnpmEnvironment(), CI: 'true' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) {
    console.error(`${done.stdout ?? ''}${done.stderr ?? ''}`.trim());
    fail('The installation failed; its last words are above.');
  }
  if (!existsSync(node)) fail("The package 'node' did not bring its program: remove node_modules and try again.");
  writeFileSync(stampFile, JSON.stringify({ inputs, pnpm }));
  console.log(`Installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
  return pnpm;
}

function readStamp() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

/** npx keeps the pinned pnpm in npm's own cache; it is asked once for where. */
function findPnpm(pin) {
  const asked = spawnSync('npx', ['--yes', `--package=${pin}`, '--call', 'command -v pnpm'], {
    cwd: project,
    env: pnpmEnvironment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const path = (asked.stdout ?? '').trim().split('\n').pop() ?? '';
  if (asked.status === 0 && existsSync(path)) return path;
  console.error((asked.stderr || asked.error?.message || '').trim());
  return fail(`npx could not get ${pin}. Is the registry within reach?`);
}

/** The pin is kept here already: pnpm shall not look for itself in the registry again. */
function pnpmEnvironment() {
  return { ...process.env, pnpm_config_pm_on_fail: 'ignore', DO_NOT_TRACK: '1' };
}

function handOver(script, pnpm, { cwd, env, flags }) {
  const path = [dirname(node), join(modules, '.bin'), dirname(pnpm), process.env.PATH].join(delimiter);
  // The fourth channel is for nothing but its end: it tells the script when this process is killed.
  const child = spawn(node, [...flags, join(project, script), ...process.argv.slice(2)], {
    cwd,
    env: { ...pnpmEnvironment(), ...env, PATH: path },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** npm killed outright, or a shell between that does not pass signals on: our parent changes. */
function watchParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
