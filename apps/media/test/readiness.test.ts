import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaUnderTest, startMedia } from './media-under-test.ts';

describe('readiness', () => {
  let media: MediaUnderTest;
  beforeAll(async () => {
    media = await startMedia();
  });
  afterAll(() => media[Symbol.asyncDispose]());

  it('is told when database and files are there, and names what is missing', async () => {
    expect((await fetch(`${media.url}/readyz`)).status).toBe(200);
    await rm(media.folder, { recursive: true });
    const response = await fetch(`${media.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', reasons: { files: 'failed' } });
  });
});
