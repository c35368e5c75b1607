import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWithHouseNode } from './bootstrap.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

// npm moves into the project before it runs a script, and keeps the folder in which it was called: files are named from there.
const calledIn = process.env.npm_lifecycle_event === 'gateway' ? process.env.INIT_CWD : undefined;

runWithHouseNode('apps/gateway/src/standalone/main.ts', {
  cwd: calledIn ?? process.cwd(),
  // Answers of subgraphs live as long as their request: room for more of them before the young are counted again.
  flags: ['--max-semi-space-size=64'],
  env: {
    // What Node compiled the last time is most of the work of a start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(project, '.dateline', 'compile-cache'),
  },
});
