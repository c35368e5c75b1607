import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('bench/live/main.ts');
