#!/usr/bin/env node
import { EnvironmentError } from '@dateline/service-kit/env';
import { readEnv } from './env.ts';
import { run } from './run.ts';
import { stopSignal } from './stop-signal.ts';
import { processTerminal } from './terminal.ts';

try {
  const deps = { env: readEnv(), cwd: process.cwd(), terminal: processTerminal, stopped: stopSignal };
  process.exitCode = await run(process.argv.slice(2), deps);
} catch (error) {
  if (!(error instanceof EnvironmentError)) throw error;
  processTerminal.fault(error.message);
  process.exitCode = 1;
}
