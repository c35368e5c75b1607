// Runs the `dateline` command with the project's own Node, for people who have any Node from 20 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const node = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
);
const main = fileURLToPath(new URL('../apps/cli/src/main.ts', import.meta.url));

if (!existsSync(node)) {
  console.error("Dateline is not installed yet. 'npm start' does it.");
  process.exit(1);
}

// npm moves into the project before it runs a script, and keeps the folder in which it was called here.
const calledBy = process.env.npm_lifecycle_event === 'dateline' ? process.env.INIT_CWD : undefined;
// The house that the same variables start: scripts/ports.ts has the rule.
const { GATEWAY_URL, GATEWAY_PORT, PORT_OFFSET } = process.env;
const port = GATEWAY_PORT || (PORT_OFFSET && String(4000 + Number(PORT_OFFSET)));
const house = !GATEWAY_URL && port ? { GATEWAY_URL: `http://localhost:${port}` } : {};
const command = spawn(node, [main, ...process.argv.slice(2)], {
  cwd: calledBy ?? process.cwd(),
  env: { ...process.env, ...house },
  stdio: 'inherit',
});

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => command.kill(signal));
command.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
