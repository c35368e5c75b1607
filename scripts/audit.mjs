import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/audit.ts');
