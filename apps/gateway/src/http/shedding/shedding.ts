import type { Shortcut } from '@dateline/service-kit/shortcut';
import type { DoorEvents } from '../../telemetry/events.ts';
import type { GraphqlExecutor } from '../graphql-executor.ts';
import { boundNewWork, boundWork, takeOnWork } from './bound-work.ts';
import { LoopDelay } from './loop-delay.ts';
import { shedAtTheDoor } from './shed-at-the-door.ts';
import type { SheddingSettings } from './shedding-settings.ts';
import { Workload } from './workload.ts';

export interface SheddingOptions {
  readonly settings: SheddingSettings;
  readonly corsOrigins: readonly string[];
  readonly events: Pick<DoorEvents, 'shed'>;
}

/** What keeps a gateway that is asked for more than it can do at what it can do. docs/traffic-shaping.md tells how. */
export interface Shedding {
  readonly workload: Workload;
  /** Before all work. */
  bound(next: GraphqlExecutor): GraphqlExecutor;
  /** Before the work that is done for operations that are not known yet. */
  boundNew(next: GraphqlExecutor): GraphqlExecutor;
  /** Work that goes on after it has begun to answer. Throws when there is too much; it is done when what it gives back is called. */
  takeOn(): () => void;
  /** A shortcut that turns away at the door; null stands for one without any answer at hand. */
  atTheDoor(shortcut: Shortcut | null): Shortcut;
  close(): void;
}

const nothingAtHand: Shortcut = { route: '/graphql', takes: () => false, answer: () => undefined };

export function createShedding({ settings, corsOrigins, events }: SheddingOptions): Shedding {
  const loop = new LoopDelay();
  const workload = new Workload(settings, loop);
  const stopWatching = loop.watch();
  return {
    workload,
    bound: (next) => boundWork(next, workload, events),
    boundNew: (next) => boundNewWork(next, workload, events),
    takeOn: () => takeOnWork(workload, events),
    atTheDoor: (shortcut) => ({
      ...(shortcut ?? nothingAtHand),
      turnAway: shedAtTheDoor({ workload, corsOrigins, events }),
    }),
    close: stopWatching,
  };
}
