import { HttpRefusal } from '@dateline/service-kit/http-refusal';
import type { DoorEvents } from '../../telemetry/events.ts';
import type { Excess } from './workload.ts';

/** Seconds; not the same for all, or all would come back together. */
export function retryAfterSeconds(random: () => number = Math.random): number {
  return 1 + Math.floor(random() * 3);
}

/** Turns a request away that has come past the door: 503, and when to come again. */
export function overloaded(because: Excess, events: Pick<DoorEvents, 'shed'>): HttpRefusal {
  events.shed(because);
  return new HttpRefusal(503, 'OVERLOADED', { headers: { 'retry-after': String(retryAfterSeconds()) } });
}
