import type { frontContainers, fronts } from '../../db/tables/fronts.ts';

export type FrontRow = typeof fronts.$inferSelect;
export type FrontContainerRow = typeof frontContainers.$inferSelect;

/** Which articles fill a container, as it is stored: slugs of sections and topics, so that it outlives their ids. */
export interface ContainerFill {
  readonly sections?: readonly string[];
  readonly topics?: readonly string[];
  readonly languages?: readonly string[];
  /** 1 (flash) to 8. */
  readonly maxUrgency?: number;
}
