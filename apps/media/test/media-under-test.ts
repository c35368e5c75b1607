import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@dateline/service-kit/logger';
import { createSignedGraph, type SignedGraph } from '@dateline/testing/signed-graph';
import { createTestDatabase } from '@dateline/testing/test-database';
import { editor } from '@dateline/testing/viewers';
import { readEnv } from '../src/env.ts';
import { migrationsFolder } from '../src/migrate.ts';
import { createSubgraph } from '../src/subgraph.ts';

const secret = 'a secret of the tests, long enough to sign';

export interface MediaUnderTest extends AsyncDisposable {
  readonly graph: SignedGraph;
  readonly url: string;
  readonly databaseUrl: string;
  readonly adminUrl: string;
  readonly folder: string;
  readonly statements: string[];
  /** The service's clock: tests set it forward. */
  readonly clock: { now: Date };
  /** Fetches a URL that the service gave out, wherever it listens. */
  fetchGiven(url: string, init?: RequestInit): Promise<Response>;
  /** Both steps of an upload as an editor; gives completeUpload's payload. */
  upload(bytes: Uint8Array, mimeType?: string): Promise<UploadOutcome>;
}

export interface UploadOutcome {
  readonly image: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

/** The whole service on a database and a folder of its own, over real HTTP. */
export async function startMedia(imageFields = 'id'): Promise<MediaUnderTest> {
  const database = await createTestDatabase({ schema: 'media', migrations: migrationsFolder });
  const folder = await mkdtemp(join(tmpdir(), 'dateline-media-'));
  const statements: string[] = [];
  const clock = { now: new Date() };
  const service = await createSubgraph({
    env: readEnv({
      NODE_ENV: 'test',
      MEDIA_PORT: '0',
      MEDIA_DATABASE_URL: database.url,
      VIEWER_SIGNING_SECRET: secret,
      IMAGE_SIGNING_SECRET: secret.toUpperCase(),
      MEDIA_DIR: folder,
      MEDIA_URL: 'https://pictures.example',
    }),
    logger: createLogger('media', process.env['TEST_LOG_LEVEL'] ?? 'silent'),
    clock: () => clock.now,
    onStatement: (statement) => statements.push(statement),
  });
  const url = await service.listen();
  const graph = createSignedGraph({ subgraph: 'media', url, secret, clock: () => clock.now });
  const fetchGiven = (given: string, init: RequestInit = {}) => {
    const { pathname, search } = new URL(given);
    return fetch(`${url}${pathname}${search}`, { redirect: 'manual', ...init });
  };
  return {
    graph,
    url,
    databaseUrl: database.url,
    adminUrl: database.adminUrl,
    folder,
    statements,
    clock,
    fetchGiven,
    async upload(bytes, mimeType = 'image/jpeg') {
      const input = { mimeType, byteSize: bytes.length };
      const { data: created } = await graph(createUpload, { input }, editor);
      if (created.createUpload.userErrors.length > 0)
        return { image: null, userErrors: created.createUpload.userErrors };
      const { uploadId, url: target } = created.createUpload;
      const put = await fetchGiven(target, {
        method: 'PUT',
        body: new Uint8Array(bytes),
        headers: { 'content-type': mimeType },
      });
      if (put.status !== 204) throw new Error(`PUT answered ${put.status}: ${await put.text()}`);
      const { data } = await graph(completeUpload(imageFields), { uploadId }, editor);
      return data.completeUpload;
    },
    async [Symbol.asyncDispose]() {
      await service.drain();
      await database[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const createUpload = `mutation ($input: CreateUploadInput!) {
  createUpload(input: $input) { uploadId url expiresAt maxBytes userErrors { code path } }
}`;

export const completeUpload = (imageFields = 'id') => `mutation ($uploadId: ID!) {
  completeUpload(uploadId: $uploadId) { image { ${imageFields} } userErrors { code path } }
}`;
