import { editor, reader } from '@dateline/testing/viewers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type MediaUnderTest, startMedia } from './media-under-test.ts';
import { noisePicture } from './pictures.ts';

let media: MediaUnderTest;
let id: string;
beforeAll(async () => {
  media = await startMedia();
  id = (await media.upload(await noisePicture(30, 20, 1))).image?.id ?? '';
});
afterAll(() => media[Symbol.asyncDispose]());

const policyOf = async (query: string, viewer: typeof reader | null = null) => {
  const { errors, cacheControl } = await media.graph(query, {}, viewer);
  expect(errors).toBeUndefined();
  return cacheControl;
};

const whole = 'caption focalPoint { x } attribution { text } rendition(width: 20) { url } srcset placeholder';

it('pictures may be kept by everybody, for five minutes', async () => {
  expect(await policyOf(`{ image(id: "${id}") { ${whole} } }`)).toBe('max-age=300, public');
  expect(await policyOf(`{ images { edges { cursor node { ${whole} } } pageInfo { endCursor } } }`, reader)).toBe(
    'max-age=300, public',
  );
});

it('pictures may not be kept by who edits them, nor under an id that events do not write', async () => {
  expect(await policyOf(`{ image(id: "${id}") { caption } }`, editor)).toBe('no-store');
  expect(await policyOf('{ image(id: "none") { caption } }')).toBe('no-store');
});
