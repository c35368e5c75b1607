import { readerOf } from '../compile/access.ts';
import type { CompletedObject, ObjectWatch, ResponsePath, Trail } from '../run/complete.ts';
import type { RequestState } from '../run/request-state.ts';
import type { PendingPart } from './answer-parts.ts';
import type { DeferUsage } from './defer-usage.ts';

/** A pending part with the objects that it brings fields of. */
export interface OpenPart extends PendingPart {
  readonly usage: DeferUsage;
  readonly objects: CompletedObject[];
}

interface Found {
  readonly usage: DeferUsage;
  /** Of the object at which the fragment stands. */
  readonly path: ResponsePath;
  readonly object: CompletedObject;
}

/** Finds the objects of which something is given later, while what is given now is written. */
export function createPartWatch(): ObjectWatch & { take(): OpenPart[] } {
  let found: Found[] = [];
  let count = 0;
  /** Where the fragments stand whose insides are being walked through. */
  const standsAt = new Map<DeferUsage, ResponsePath>();
  const nulls = new Set<string>();

  return {
    enter(object) {
      const { selection, type, path } = object;
      for (const { usage, isHere, selection: deferred } of selection.deferredOf(type)) {
        if (isHere) standsAt.set(usage, path);
        if (!deferred) continue;
        found.push({ usage, path: standsAt.get(usage) ?? path, object: { ...object, selection: deferred } });
      }
    },
    count: () => found.length,
    dropFrom(length) {
      found.length = length;
    },
    becameNull: (path) => void nulls.add(JSON.stringify(path)),
    isNull: (path) => nulls.size > 0 && nulls.has(JSON.stringify(path)),
    take() {
      const parts = new Map<DeferUsage, Map<string, OpenPart>>();
      for (const { usage, path, object } of found) {
        const ofUsage = parts.get(usage) ?? new Map<string, OpenPart>();
        parts.set(usage, ofUsage);
        const key = JSON.stringify(path);
        const part = ofUsage.get(key) ?? { id: String(count++), usage, path, label: usage.label, objects: [] };
        ofUsage.set(key, part);
        part.objects.push(object);
      }
      found = [];
      return [...parts.values()].flatMap((ofUsage) => [...ofUsage.values()]);
    },
  };
}

/** Reads an object again where it stands: what has come since may be other parts of it. */
export function readAgain(trail: Trail | null, state: RequestState): unknown {
  if (!trail) return undefined;
  const above = readAgain(trail.up, state);
  if ('index' in trail) return Array.isArray(above) ? above[trail.index] : undefined;
  return readerOf(trail.position, trail.field)(state, above);
}
