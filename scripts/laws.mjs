import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/laws.ts', { env: { LONG: '1' } });
