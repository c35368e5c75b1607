import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/faults.ts', { env: { LONG: '1' } });
