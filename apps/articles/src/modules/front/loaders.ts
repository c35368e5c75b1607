import type { Database } from '@dateline/db/connect';
import { batchMany, batchOne } from '@dateline/service-kit/batch';
import DataLoader from 'dataloader';
import { sectionStore } from '../section/store.ts';
import { topicStore } from '../topic/store.ts';
import type { ContainerFill, FrontContainerRow } from './front.ts';
import { fillLimits, layOut } from './lay-out.ts';
import { type FillRequest, type FrontPin, frontStore } from './store.ts';

/** A front laid out for so many articles a container. */
export interface LayoutKey {
  readonly frontId: string;
  readonly first: number;
}

/** Per request: each of these is one statement for all containers that a query asks for. */
export function createFrontLoaders(db: Database) {
  const containersByFront = batchMany(
    (ids: readonly string[]) => frontStore.findContainers(db, ids),
    (row: FrontContainerRow) => row.frontId,
  );
  const pinsByContainer = batchMany(
    (ids: readonly string[]) => frontStore.findPins(db, ids),
    (row: FrontPin) => row.containerId,
  );
  const frontLayout = new DataLoader<LayoutKey, ReadonlyMap<string, readonly string[]>, string>(
    (keys) => Promise.all(keys.map(layOutFront)),
    { cacheKeyFn: ({ frontId, first }) => `${frontId} ${first}` },
  );
  return {
    frontBySlug: batchOne(
      (slugs: readonly string[]) => frontStore.findBySlugs(db, slugs),
      (row) => row.slug,
    ),
    containersByFront,
    pinsByContainer,
    /** The ids of the articles of each container, by the container's id. */
    frontLayout,
    /** After a curation: one request may hold several, and each answers with the front as it stands then. */
    forgetFronts() {
      for (const loader of [containersByFront, pinsByContainer, frontLayout]) loader.clearAll();
    },
  };

  /** A handful of statements: containers, pins, the names in their fills, and the fills of all of them at once. */
  async function layOutFront({ frontId, first }: LayoutKey): Promise<ReadonlyMap<string, readonly string[]>> {
    const containers = await containersByFront.load(frontId);
    const pins = await Promise.all(containers.map(({ id }) => pinsByContainer.load(id)));
    const visible = pins.map((some) => some.filter((pin) => pin.visible).map(({ articleId }) => articleId));
    const contents = containers.map(({ id }, at) => ({ id, pinned: visible[at] ?? [], fill: [] }));
    const shownPins = layOut(contents, first);
    const limits = fillLimits(
      containers.map(({ id }) => shownPins.get(id)?.length ?? 0),
      first,
    );
    const requests = await fillRequests(db, containers, limits);
    const rows = await frontStore.findFill(db, requests, visible.flat());
    const fills = Map.groupBy(rows, ({ containerId }) => containerId);
    return layOut(
      contents.map((container) => ({
        ...container,
        fill: (fills.get(container.id) ?? []).map(({ articleId }) => articleId),
      })),
      first,
    );
  }
}

/** Those that need filling, their slugs looked up. A slug that names nothing lets nothing through. */
async function fillRequests(
  db: Database,
  containers: readonly FrontContainerRow[],
  limits: readonly number[],
): Promise<FillRequest[]> {
  const named = (read: (fill: ContainerFill) => readonly string[] | undefined) => [
    ...new Set(containers.flatMap(({ fill }) => read(fill) ?? [])),
  ];
  const [sectionSlugs, topicSlugs] = [named(({ sections }) => sections), named(({ topics }) => topics)];
  const [sections, topics] = await Promise.all([
    sectionSlugs.length > 0 ? sectionStore.findBySlugs(db, sectionSlugs) : [],
    topicSlugs.length > 0 ? topicStore.findBySlugs(db, topicSlugs) : [],
  ]);
  return containers.flatMap(({ id, fill }, at): FillRequest[] => {
    const limit = limits[at] ?? 0;
    if (limit === 0) return [];
    const filter = {
      statuses: ['PUBLISHED'] as const,
      ...(fill.sections ? { sectionIds: idsOf(sections, fill.sections) } : {}),
      ...(fill.topics ? { topicIds: idsOf(topics, fill.topics) } : {}),
      ...(fill.languages ? { languages: fill.languages } : {}),
      ...(fill.maxUrgency === undefined ? {} : { maxUrgency: fill.maxUrgency }),
    };
    return [{ containerId: id, filter, limit }];
  });
}

function idsOf(rows: readonly { readonly id: string; readonly slug: string }[], slugs: readonly string[]): string[] {
  return rows.filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
}
