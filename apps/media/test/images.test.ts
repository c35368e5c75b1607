import { editor, reader } from '@dateline/testing/viewers';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MediaUnderTest, startMedia } from './media-under-test.ts';
import { noisePicture } from './pictures.ts';

const update = `mutation ($id: ID!, $input: UpdateImageInput!) {
  updateImage(id: $id, input: $input) {
    image { caption altText credit keywords focalPoint { x y } updatedAt }
    userErrors { code path }
  }
}`;

describe('pictures in the graph', () => {
  let media: MediaUnderTest;
  const ids: string[] = [];

  beforeAll(async () => {
    media = await startMedia();
    for (let at = 0; at < 5; at += 1) {
      media.clock.now = new Date(Date.UTC(2026, 0, 1, 12, 0, at));
      ids.push((await media.upload(await noisePicture(30 + at, 20, 30 + at))).image?.id ?? '');
    }
    await media.graph(update, { id: ids[0], input: { caption: 'מבט על הנמל', credit: 'Reuters' } }, editor);
    await media.graph(
      update,
      { id: ids[1], input: { caption: '100% of a_b', keywords: ['Harbour', 'Night'] } },
      editor,
    );
  });
  afterAll(() => media[Symbol.asyncDispose]());

  const list = async (args: string) => {
    const { data } = await media.graph(`{ images${args} { nodes { id } pageInfo { hasNextPage endCursor } } }`);
    return data.images as { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
  const found = async (match: string) =>
    (await list(`(match: ${JSON.stringify(match)})`)).nodes.map(({ id }) => ids.indexOf(id));

  it('are listed newest first, page by page, each once', async () => {
    const seen: string[] = [];
    let after = '';
    for (let more = true; more; ) {
      const page = await list(`(first: 2${after})`);
      seen.push(...page.nodes.map(({ id }) => id));
      more = page.pageInfo.hasNextPage;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(ids.toReversed());
  });

  it('are found by any part of caption, credit or keyword, in any script and case', async () => {
    expect(await found('הנמל')).toEqual([0]);
    expect(await found('REUT')).toEqual([0]);
    expect(await found('  harbour ')).toEqual([1]);
    expect(await found('nobody')).toEqual([]);
  });

  it('are matched by what was typed: LIKE’s own signs stand for themselves', async () => {
    expect(await found('100%')).toEqual([1]);
    expect(await found('a_b')).toEqual([1]);
    expect(await found('%')).toEqual([1]);
    expect(await found('_')).toEqual([1]);
    expect(await found('\\')).toEqual([]);
    expect(await found(' ')).toHaveLength(5);
  });

  it('refuse a search of more than 200 characters', async () => {
    expect(await found('x'.repeat(200))).toEqual([]);
    const { errors } = await media.graph(`{ images(match: "${'x'.repeat(201)}") { nodes { id } } }`);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: ['match'] });
  });

  it('are null for an id that is nobody’s or none', async () => {
    const { data, errors } = await media.graph(
      '{ a: image(id: "x") { id } b: image(id: "01890000-0000-7000-8000-000000000000") { id } }',
    );
    expect([data, errors]).toEqual([{ a: null, b: null }, undefined]);
  });

  it('have a placeholder of at most 1 kB, a colour, and an attribution in the reader’s language', async () => {
    const query = `query ($id: ID!) { image(id: $id) { placeholder dominantColour attribution(locale: "he") { text direction } } }`;
    const { data } = await media.graph(query, { id: ids[0] });
    expect(data.image.placeholder).toMatch(/^data:image\/png;base64,/);
    expect(data.image.placeholder.length).toBeLessThanOrEqual(1024);
    expect(data.image.dominantColour).toMatch(/^#[0-9a-f]{6}$/);
    expect(data.image.attribution).toEqual({ text: 'צילום: רויטרס', direction: 'RTL' });
    const without = await media.graph(query, { id: ids[2] });
    expect(without.data.image.attribution).toBeNull();
  });

  it('change only in what was given, tell of it once, and not at all when nothing differs', async () => {
    const id = ids[2] ?? '';
    const change = async (input: object) => (await media.graph(update, { id, input }, editor)).data.updateImage;
    media.clock.now = new Date('2026-02-01T00:00:00Z');
    const first = await change({ caption: ' A ship ', altText: 'A red ship', focalPoint: { x: 0.25, y: 1 } });
    expect(first.image).toMatchObject({ caption: 'A ship', altText: 'A red ship', focalPoint: { x: 0.25, y: 1 } });
    media.clock.now = new Date('2026-02-02T00:00:00Z');
    const second = await change({ caption: null, keywords: ['sea', ' sea', ''] });
    expect(second.image).toMatchObject({ caption: null, altText: 'A red ship', keywords: ['sea'] });
    media.clock.now = new Date('2026-02-03T00:00:00Z');
    const third = await change({ keywords: ['sea'], caption: '' });
    expect(third.image.updatedAt).toBe('2026-02-02T00:00:00.000Z');
    await expect
      .poll(() => describedOn(id))
      .toEqual([
        { imageId: id, caption: null, altText: null, credit: null },
        { imageId: id, caption: 'A ship', altText: 'A red ship', credit: null },
        { imageId: id, caption: null, altText: 'A red ship', credit: null },
      ]);
  });

  it('take words and points at their bounds and refuse the next, changing nothing', async () => {
    const id = ids[3] ?? '';
    const codes = async (input: object) => {
      const { data } = await media.graph(update, { id, input }, editor);
      return data.updateImage.userErrors.map(
        ({ code, path }: { code: string; path: string[] }) => `${path.at(-1)} ${code}`,
      );
    };
    const keywords = (count: number, length: number) =>
      Array.from({ length: count }, (_, at) => `${at}`.padEnd(length, 'x'));
    expect(await codes({ credit: 'x'.repeat(300), keywords: keywords(50, 100), focalPoint: { x: 0, y: 1 } })).toEqual(
      [],
    );
    expect(await codes({ credit: 'y'.repeat(301) })).toEqual(['credit TOO_LONG']);
    expect(await codes({ credit: 'y', keywords: keywords(51, 3) })).toEqual(['keywords TOO_MANY']);
    expect(await codes({ credit: 'y', keywords: keywords(1, 101) })).toEqual(['keywords TOO_LONG']);
    expect(await codes({ credit: 'y', focalPoint: { x: 1.01, y: 0 } })).toEqual(['focalPoint OUT_OF_RANGE']);
    const { data } = await media.graph('query ($id: ID!) { image(id: $id) { credit } }', { id });
    expect(data.image.credit).toBe('x'.repeat(300));
  });

  it('are changed by editors only, and only where they are', async () => {
    const input = { caption: 'x' };
    const signedOut = await media.graph(update, { id: ids[4], input });
    expect(signedOut.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const asReader = await media.graph(update, { id: ids[4], input }, reader);
    expect(asReader.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    for (const id of ['x', '01890000-0000-7000-8000-000000000000']) {
      const { data } = await media.graph(update, { id, input }, editor);
      expect(data.updateImage).toEqual({ image: null, userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] });
    }
  });

  /** What the bus was told of a picture, oldest first. */
  async function describedOn(imageId: string) {
    const admin = postgres(media.adminUrl, { max: 1 });
    const rows = await admin`
      select payload from bus.events where type = 'image.described' and payload ->> 'imageId' = ${imageId} order by position`;
    await admin.end();
    return rows.map((row) => row['payload']);
  }
});
