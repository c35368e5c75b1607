import type { Database } from '@dateline/db/connect';
import { isUuid } from '@dateline/db/uuidv7';
import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { type Connection, type PageArguments, parsePage, toConnection } from '@dateline/service-kit/connection';
import type { Viewer } from '@dateline/service-kit/viewer';
import { z } from 'zod';
import type { ImageRow } from './image.ts';
import { applyChange, type Fault, faultsOf, type ImageChange, requireEditor } from './rules.ts';
import { imageStore, keysetOf } from './store.ts';

export interface ImageServiceDependencies {
  readonly db: Database;
  readonly viewer: Viewer | null;
  readonly now: Date;
}

export interface ImagePayload {
  readonly image: ImageRow | null;
  readonly userErrors: readonly Fault[];
}

const pageBounds = { order: 'images', keyset: z.tuple([z.iso.datetime(), z.uuid()]) };
const maxMatchCharacters = 200;

/** What may be done with pictures, and by whom. */
export const createImageService = ({ db, viewer, now }: ImageServiceDependencies) => ({
  async list({ match, ...args }: PageArguments & { match?: string | null | undefined }): Promise<Connection<ImageRow>> {
    const page = parsePage(args, pageBounds);
    const wanted = match?.trim() || null;
    if ((wanted?.length ?? 0) > maxMatchCharacters) {
      throw new CataloguedError('BAD_USER_INPUT', {
        message: `match has at most ${maxMatchCharacters} characters.`,
        field: ['match'],
      });
    }
    return toConnection(await imageStore.list(db, wanted, page), page, keysetOf);
  },

  async update(id: string, change: ImageChange): Promise<ImagePayload> {
    requireEditor(viewer);
    const faults = faultsOf(change);
    if (faults.length > 0) return { image: null, userErrors: faults };
    if (!isUuid(id)) return notFound;
    return db.transaction(async (transaction) => {
      const row = await imageStore.lock(transaction, id);
      if (!row) return notFound;
      const changed = applyChange(row, change);
      const image = changed === row ? row : await imageStore.update(transaction, { ...changed, updatedAt: now });
      return { image, userErrors: [] };
    });
  },
});

const notFound: ImagePayload = {
  image: null,
  userErrors: [{ code: 'NOT_FOUND', message: 'There is no picture of that id.', path: ['id'] }],
};
