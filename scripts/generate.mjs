import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/generate.ts');
