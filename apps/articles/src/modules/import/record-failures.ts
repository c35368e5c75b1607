import type { Database } from '@dateline/db/connect';
import { isUuid, uuidv7 } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import type { Viewer } from '@dateline/service-kit/viewer';
import { z } from 'zod';
import type { ImportFailureInput } from '../../__generated__/resolver-types.ts';
import { requireEditor } from '../article/rules.ts';
import { failureStore } from './failure-store.ts';
import type { ImportFailureRow } from './import.ts';

export interface FailureDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly now: Date;
}

export const maxFailures = 200;
export const maxPayloadBytes = 262_144;

const ofBytes = (maxBytes: number) =>
  z.string().refine((text) => Buffer.byteLength(text) <= maxBytes, `is longer than ${maxBytes} bytes`);

const failure = z.object({
  file: ofBytes(1_800).min(1),
  place: ofBytes(500),
  format: ofBytes(100).nullish(),
  reason: ofBytes(4_000).min(1),
  payload: ofBytes(maxPayloadBytes).nullish(),
});

/** Keeps what could not be imported, in the order given. Editors only; throws BAD_USER_INPUT for what is too much. */
export async function recordFailures(
  { db, viewer, now }: FailureDependencies,
  inputs: readonly ImportFailureInput[],
): Promise<ImportFailureRow[]> {
  requireEditor(viewer);
  const parsed = z.array(failure).max(maxFailures, `At most ${maxFailures} failures at once.`).safeParse(inputs);
  if (!parsed.success) throw badInput('inputs', z.prettifyError(parsed.error));
  if (parsed.data.length === 0) return [];
  const byPlace = new Map(parsed.data.map((input) => [placeOf(input), input]));
  const rows = [...byPlace.values()].map(({ format = null, payload = null, ...input }) => ({
    ...{ ...input, format, payload },
    id: uuidv7(),
    firstFailedAt: now,
    lastFailedAt: now,
  }));
  const kept = new Map((await failureStore.record(db, rows)).map((row) => [placeOf(row), row]));
  return inputs.flatMap((input) => kept.get(placeOf(input)) ?? []);
}

/** Takes failures off the list; answers how many of them stood there. */
export async function resolveFailures({ db, viewer }: FailureDependencies, ids: readonly string[]): Promise<number> {
  requireEditor(viewer);
  if (ids.length > maxFailures) throw badInput('ids', `At most ${maxFailures} failures at once.`);
  const known = ids.filter(isUuid);
  return known.length === 0 ? 0 : failureStore.remove(db, known);
}

function placeOf({ file, place }: { readonly file: string; readonly place: string }): string {
  return JSON.stringify([file, place]);
}

function badInput(field: string, message: string): CataloguedError {
  return new CataloguedError('BAD_USER_INPUT', { message, field: [field] });
}
