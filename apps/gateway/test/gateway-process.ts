import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { viewerSigningSecret } from './test-gateway.ts';

/** The gateway as a process of its own; resolves when it listens, or is gone. */
export async function startProcess(env: Record<string, string>) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../src/main.ts', import.meta.url))], {
    env: { PLAYGROUND: 'off', GATEWAY_PORT: '0', VIEWER_SIGNING_SECRET: viewerSigningSecret, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Record<string, unknown>[] = [];
  const output = createInterface({ input: child.stdout });
  // The last lines may be read after the process is gone.
  const exited = Promise.all([once(child, 'exit'), once(output, 'close')]).then(([exit]) => exit);
  const { promise: origin, resolve } = Promise.withResolvers<string | null>();
  const isLast = env['GATEWAY_WORKERS'] ? 'all workers listen' : 'listening';
  output.on('line', (text) => {
    const line = JSON.parse(text);
    lines.push(line);
    if (line.msg === isLast) resolve(line.url ?? `http://127.0.0.1:${line.port}`);
  });
  exited.then(() => resolve(null));
  return { child, lines, exited, origin: await origin };
}

export type GatewayProcess = Awaited<ReturnType<typeof startProcess>>;
