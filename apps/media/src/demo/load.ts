import { connect, type Database } from '@dateline/db/connect';
import { drawPicture } from '@dateline/demo-edition/draw-picture';
import { demoPictures } from '@dateline/demo-edition/pictures';
import type { DemoPicture } from '@dateline/demo-edition/types';
import { readEnv } from '../env.ts';
import { type MediaFolder, openMediaFolder } from '../files/media-folder.ts';
import { ingestPicture } from '../ingest/ingest.ts';
import { createWorkGate } from '../ingest/work-gate.ts';
import { imageStore } from '../modules/image/store.ts';

export interface LoadOptions {
  /** The whole edition's when none are given. */
  readonly pictures?: readonly DemoPicture[];
  readonly db: Database;
  readonly folder: MediaFolder;
  readonly now: Date;
}

/**
 * Draws the demo newsroom's pictures and takes them in as any other, captions and credits from the files themselves, under
 * the ids that its articles point to. Does nothing where another newsroom's pictures stand; goes on where it was cut off.
 * Resolves to how many were stored.
 */
export async function loadDemoPictures({ db, folder, now, pictures = demoPictures() }: LoadOptions): Promise<number> {
  const known = await imageStore.knownIds(
    db,
    pictures.map(({ id }) => id),
  );
  if (known.size === 0 && !(await imageStore.isEmpty(db))) return 0;
  const missing = pictures.filter(({ id }) => !known.has(id));
  const { run } = createWorkGate({ concurrency: 2, maxWaiting: missing.length });
  await Promise.all(missing.map((picture) => run(() => load({ db, folder, now }, picture))));
  return missing.length;
}

async function load({ db, folder, now }: LoadOptions, picture: DemoPicture): Promise<void> {
  const bytes = Buffer.from(await drawPicture(picture));
  const ingested = await ingestPicture({ db, folder }, bytes, { id: picture.id, now });
  if (!ingested.ok) throw new Error(`The demo picture ${picture.key} was refused: ${ingested.refusal}`);
}

if (import.meta.main) {
  const env = readEnv();
  const database = connect(env.MEDIA_DATABASE_URL, { applicationName: 'media demo', schema: 'media' });
  try {
    const folder = await openMediaFolder(env.MEDIA_DIR);
    const count = await loadDemoPictures({ db: database.db, folder, now: new Date() });
    process.stdout.write(`media: ${count} demo pictures stored\n`);
  } finally {
    await database.close();
  }
}
