import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './uuidv7.ts';

/** A primary key that sorts by its time of making (UUIDv7), so that new rows stand together in the index. */
export const id = () => uuid().primaryKey().$defaultFn(uuidv7);

/** An instant with milliseconds, as JavaScript knows it: a Date compared with what was stored is equal to it. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

export const createdAt = () => instant().notNull().defaultNow();
export const updatedAt = () => instant().notNull().defaultNow();

/** Raw bytes. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
