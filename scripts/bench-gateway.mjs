import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('bench/gateway/main.ts');
