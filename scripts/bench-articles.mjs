import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('bench/articles/main.ts');
