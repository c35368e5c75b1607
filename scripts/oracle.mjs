import { runWithHouseNode } from './bootstrap.mjs';

runWithHouseNode('apps/gateway/test/oracle/run.ts');
