import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/drift.ts');
