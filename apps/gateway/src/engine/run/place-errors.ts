import { own } from '../compile/access.ts';
import type { PublishErrors } from '../engine-types.ts';
import type { RequestState } from './request-state.ts';

/**
 * Puts a subgraph's errors to the places of its data that they speak of: the last object or list on the path, and the key
 * that is empty there.
 */
export function placeErrors(state: RequestState, data: unknown, errors: ReturnType<PublishErrors>): void {
  for (const { path, ...error } of errors) {
    const placed = { error, isShown: false };
    let container: unknown = data;
    let isPlaced = false;
    for (const key of path ?? []) {
      if (container === null || typeof container !== 'object') break;
      const next = Array.isArray(container) ? container[Number(key)] : own(container, String(key));
      if (next === null || next === undefined) {
        const byKey = state.errors.get(container) ?? new Map<string | number, (typeof placed)[]>();
        state.errors.set(container, byKey);
        byKey.set(key, [...(byKey.get(key) ?? []), placed]);
        isPlaced = true;
        break;
      }
      container = next;
    }
    if (!isPlaced) state.unplaced.push(placed);
  }
}
