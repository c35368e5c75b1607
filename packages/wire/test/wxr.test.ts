import { expect, it } from 'vitest';
import { parseWxr, streamWxr } from '../src/parse.wxr.ts';
import { blockPost, futurePost } from './expected/wxr.ts';
import { collected, itemsOf, reasonsOf, sample } from './samples.ts';

const blog = sample('wxr-blog.xml');
const posts = itemsOf(parseWxr(blog, { timeZone: 'Europe/Paris' }));
const post = (id: number) => posts.find(({ sourceId }) => sourceId === `elm.example:${id}`);

it('a published post of the block editor: author by name, featured picture that comes later, embed, topics, dates in UTC', () => {
  expect(post(10)).toEqual(blockPost);
});

it('a future post of the old editor is under embargo until its time in the zone of the blog; captions and galleries stand', () => {
  expect(post(20)).toEqual(futurePost);
});

it('what readers of the blog could not see is not usable: draft, private, password, trash', () => {
  expect([21, 22, 24, 23].map((id) => post(id)?.pubStatus)).toEqual(['withheld', 'withheld', 'withheld', 'withheld']);
  expect(posts).toHaveLength(6);
});

it('a date of zeros is missing and never now', () => {
  expect(Object.keys(post(21) ?? {}).filter((name) => name.endsWith('At'))).toEqual([]);
});

it('when too much waits for pictures the oldest posts go without them, and none is lost', async () => {
  const item = (id: number, more: string) =>
    `<item><title>T${id}</title><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>${more}</item>`;
  const thumbnail = (id: number) =>
    `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${id}</wp:meta_value></wp:postmeta>`;
  const picture = (id: number) =>
    `<item><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://a.example/${id}.jpg</wp:attachment_url></item>`;
  async function* chunks() {
    yield '<rss xmlns:wp="w"><channel><link>https://a.example</link>';
    for (let id = 1; id <= 20; id += 1) yield item(id, thumbnail(100 + id));
    for (let id = 1; id <= 20; id += 1) yield picture(100 + id);
    yield '</channel></rss>';
  }
  const parsed = await collected(streamWxr(chunks(), {}, { maxWaitingLength: 2_000, maxPictures: 100 }));
  const items = itemsOf(parsed);
  expect(items.map(({ headline }) => headline)).toEqual(Array.from({ length: 20 }, (_, at) => `T${at + 1}`));
  const pictured = items.map(({ body }) => body.length);
  expect(pictured.at(0)).toBe(0);
  expect(pictured.at(-1)).toBe(1);
});

it('a feed that is no export holds posts all the same, and another root is told', () => {
  expect(reasonsOf(parseWxr('<rss><other/></rss>'))).toEqual(['input: holds no channel of a WordPress export']);
});
