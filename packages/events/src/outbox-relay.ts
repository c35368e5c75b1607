import type { Logger } from '@dateline/service-kit/logger';
import type { Sql } from 'postgres';
import type { Bus } from './bus.ts';
import { outboxChannel } from './outbox.ts';
import { createPump, type Pump } from './pump.ts';

export interface OutboxRelayOptions {
  readonly sql: Sql;
  readonly schema: string;
  readonly bus: Bus;
  readonly logger: Logger;
}

const batchSize = 200;

/**
 * Carries a service's outbox to the bus, oldest first. One relay works at a time (advisory lock); a row is removed only
 * after the bus has it, so a crash in between sends it again and the bus passes over the second. It carries every row as
 * it stands: while a new version is rolled out, the old process relays events that it does not know itself.
 */
export function createOutboxRelay({ sql, schema, bus, logger }: OutboxRelayOptions): Pump {
  const relayBatch = () =>
    sql.begin(async (transaction) => {
      const [lock] =
        await transaction`select pg_try_advisory_xact_lock(hashtext(${`dateline relay ${schema}`})) as held`;
      if (!lock?.['held']) return false;
      const rows = await transaction<OutboxRow[]>`
        /* outbox.relay */ select position, id, type, at, payload from ${transaction(schema)}.outbox order by position limit ${batchSize}`;
      if (rows.length === 0) return false;
      await bus.publish(
        rows.map(({ id, type, at, payload }) => ({ id, type, at: new Date(at).toISOString(), payload })),
      );
      const positions = rows.map((row) => row.position);
      await transaction`delete from ${transaction(schema)}.outbox where position in ${transaction(positions)}`;
      return rows.length === batchSize;
    });

  return createPump({
    name: `outbox relay of ${schema}`,
    logger,
    step: relayBatch,
    wakeOn: async (wake) => (await sql.listen(outboxChannel(schema), wake, wake)).unlisten,
  });
}

interface OutboxRow {
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly at: Date | string;
  readonly payload: unknown;
}
