import { consumerTables as consumerTablesOf } from '@dateline/events/consumer';
import { outboxTable } from '@dateline/events/outbox';
import { articlesSchema } from './schema.ts';

export const outbox = outboxTable(articlesSchema);

export const consumerTables = consumerTablesOf(articlesSchema);

export const { consumerPositions, parkedEvents } = consumerTables;
