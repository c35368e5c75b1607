import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/start.ts');
