import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('scripts/fuzz-wire.ts', { env: { LONG: '1' } });
