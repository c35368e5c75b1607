import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startGatewayDouble } from './gateway-double.ts';
import { folderWith } from './run-dateline.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const story = '{"uri":"urn:a","type":"text","language":"en","headline":"Harbour opens","body_html":"<p>Words.</p>"}';

it.each(['SIGINT', 'SIGTERM'] as const)(
  'ends a watch at %s with a summary and exit code 0',
  async (signal) => {
    await using gateway = await startGatewayDouble();
    using folder = folderWith({ 'a.json': story });
    const { PATH = '' } = process.env;
    const env = { PATH, DATELINE_TOKEN: 'editor' };
    const child = spawn(process.execPath, [main, 'import', folder.path, '--watch', '--gateway', gateway.url], { env });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (!child.killed && said.includes('Harbour opens')) child.kill(signal);
    });
    const code = await new Promise((ended) => child.on('close', ended));
    expect(code).toBe(0);
    expect(said).toContain('ninjs  1 created');
  },
  20_000,
);
