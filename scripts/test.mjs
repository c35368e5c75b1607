import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/test.ts');
