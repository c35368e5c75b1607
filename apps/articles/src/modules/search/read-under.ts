import type { Database, Transaction } from '@dateline/db/connect';
import { sql } from 'drizzle-orm';

/** Asks in a transaction that reads, under settings of its own, which are constants: they are written into the statement. */
export async function readUnder<Result>(
  db: Database,
  settings: Readonly<Record<string, string>>,
  ask: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction(async (transaction) => {
    const each = Object.entries({ transaction_read_only: 'on', ...settings }).map(
      ([name, value]) => `set_config('${name}', '${value}', true)`,
    );
    await transaction.execute(sql.raw(`select ${each.join(', ')}`));
    return ask(transaction);
  });
}
