import { z } from 'zod';
import type { BusPlace } from './bus-place.ts';

const parts = z.tuple([z.literal('bus'), z.int().min(0), z.uuid().nullable()]);

/** A place on the bus as clients get it: opaque, and good for going on after it. */
export function encodePlace({ position, eventId }: BusPlace): string {
  return Buffer.from(JSON.stringify(['bus', position, eventId])).toString('base64url');
}

/** The place of a cursor; null when it is none that we made. */
export function decodePlace(cursor: string): BusPlace | null {
  try {
    const parsed = parts.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return parsed.success ? { position: parsed.data[1], eventId: parsed.data[2] } : null;
  } catch {
    return null;
  }
}
