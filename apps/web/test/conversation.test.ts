import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nora, omer } from './paper.ts';
import { refusedToken } from './paper-graph.ts';
import { type SiteForTests, startSite } from './site-for-tests.ts';

const story = '/articles/the-lighthouse';
const composer = { parentId: '', draftId: '', version: '' };

let site: SiteForTests;
beforeEach(async () => {
  site = await startSite();
});
afterEach(() => site[Symbol.asyncDispose]());

describe('reading', () => {
  test('comments stand newest first, replies under what they answer, tombstones in their place', async () => {
    const { html } = await site.get(story);
    const order = [...html.matchAll(/id="comment-([1-9])"/g)].map(([, number]) => number);
    expect(order).toEqual(['3', '4', '1', '2']);
    expect(html).toContain('This comment was taken back.');
    const oldest = await site.get(`${story}?sort=oldest`);
    expect([...oldest.html.matchAll(/id="comment-([1-9])"/g)].map(([, number]) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  test('a signed-out reader is invited and gets no composer', async () => {
    const { html } = await site.get(story);
    expect(html).toContain('href="/sign-in?return=%2Farticles%2Fthe-lighthouse%23conversation"');
    expect(html).not.toContain('<textarea');
  });

  test('when comments are away the story stands whole, with a polite line', async () => {
    site.graph.setCommentsAway(true);
    const { status, html } = await site.get(story);
    expect(status).toBe(200);
    expect(html).toContain('The lamp at dusk.');
    expect(html).toContain('Light is work.');
    expect(html).toContain('The conversation cannot be shown at the moment.');
  });

  test('a branch shows what it answers, and its own replies', async () => {
    const { html } = await site.get(`${story}?comment=c2`);
    expect([...html.matchAll(/id="comment-([1-9])"/g)].map(([, number]) => number)).toEqual(['1', '2']);
    expect(html).toContain('The whole conversation');
  });

  test('more than a page of comments is reached by links', async () => {
    for (let at = 0; at < 25; at += 1) await site.post(story, { ...composer, intent: 'post', body: `No. ${at}` }, nora);
    const first = await site.get(story);
    const [, next = ''] = /<a rel="next" href="([^"#]+)/.exec(first.html) ?? [];
    const second = await site.get(next.replaceAll('&amp;', '&'));
    expect(first.html).toContain('<p>No. 24</p>');
    expect(first.html).not.toContain('<p>No. 1</p>');
    expect(second.html).toContain('<p>No. 1</p>');
    expect(second.html).not.toContain('<p>No. 24</p>');
  });
});

describe('writing', () => {
  test('a comment is posted and shown', async () => {
    const { status, headers } = await site.post(story, { ...composer, intent: 'post', body: 'Well lit.' }, nora);
    expect([status, headers.get('location')]).toEqual([303, `${story}#comment-5`]);
    expect((await site.get(story)).html).toContain('<p>Well lit.</p>');
  });

  test('a comment that is too long comes back whole, with the reason beside it', async () => {
    const body = `${'x'.repeat(5_001)}end`;
    const { status, html } = await site.post(story, { ...composer, intent: 'post', body }, nora);
    expect(status).toBe(422);
    expect(html).toMatch(/<textarea[^>]*aria-describedby="composer-fault"[^>]*>x+end<\/textarea>/);
    expect(html).toContain('That is too long');
  });

  test('a sign-in that has run out loses no text', async () => {
    const { status, html } = await site.post(story, { ...composer, intent: 'post', body: 'Still here' }, refusedToken);
    expect(status).toBe(422);
    expect(html).toContain('Still here');
    expect(html).toContain('Your sign-in has run out.');
  });

  test('a form from another site is refused and changes nothing', async () => {
    const response = await fetch(`${site.url}${story}`, {
      method: 'POST',
      body: new URLSearchParams({ ...composer, intent: 'post', body: 'Forged' }),
      headers: { origin: 'https://evil.test' },
    });
    expect(response.status).toBe(403);
    expect(site.graph.conversation.comments).toHaveLength(4);
  });

  test('authors change and take back their own, and nobody else may', async () => {
    expect((await site.get(`${story}?edit=c1`, nora)).html).not.toContain('edit-body');
    expect((await site.get(`${story}?edit=c1`, omer)).html).toContain('id="edit-body"');
    await site.post(story, { intent: 'edit', commentId: 'c1', body: 'Changed' }, omer);
    expect(site.graph.conversation.find('c1')?.bodyText).toBe('Changed');
    const refused = await site.post(story, { intent: 'delete', commentId: 'c1' }, nora);
    expect(refused.html).toContain('This comment is not yours.');
    await site.post(story, { intent: 'delete', commentId: 'c1' }, omer);
    expect(site.graph.conversation.find('c1')?.deleted).toBe(true);
  });
});

describe('an unfinished comment', () => {
  const begun = { ...composer, body: 'Half a thou' };
  const question = 'This will delete your current comment';
  const asking = /role="alertdialog".*This will delete your current comment/s;

  test('goes on where it was left', async () => {
    const { status, headers } = await site.post(story, { ...begun, intent: 'save' }, nora);
    expect([status, headers.get('location')]).toEqual([303, `${story}?reply=top&saved=yes#composer`]);
    const { html } = await site.get(story, nora);
    expect(html).toMatch(/<textarea[^>]*>Half a thou<\/textarea>/);
    expect((await site.get(story, omer)).html).not.toContain('Half a thou');
  });

  test('is asked about before a reply is begun, and stays when it is kept', async () => {
    const { status, html } = await site.post(story, { ...begun, turnTo: 'c1' }, nora);
    expect(status).toBe(409);
    expect(html).toMatch(asking);
    expect(html).toMatch(/<blockquote[^>]*>Half a thou<\/blockquote>/);
    await site.post(story, { ...answerIn(html), intent: 'keep' }, nora);
    expect((await site.get(story, nora)).html).toMatch(/<textarea[^>]*>Half a thou<\/textarea>/);
  });

  test('goes when the reader says so, and the reply can be written', async () => {
    const { html } = await site.post(story, { ...begun, turnTo: 'c1' }, nora);
    const { headers } = await site.post(story, { ...answerIn(html), intent: 'replace' }, nora);
    expect(headers.get('location')).toBe(`${story}?reply=c1#composer`);
    expect(site.graph.conversation.allDrafts).toEqual([]);
    const reply = await site.get(`${story}?reply=c1`, nora);
    expect(reply.html).toContain('Your reply to Omer (no. 1)');
    expect(reply.html).not.toContain('role="alertdialog"');
  });

  test('is asked about too when the reply is opened by its address', async () => {
    await site.post(story, { ...begun, intent: 'save' }, nora);
    expect((await site.get(`${story}?reply=c1`, nora)).html).toMatch(asking);
  });

  test('written in another tab is asked about with both texts kept, and only a yes replaces it', async () => {
    await site.post(story, { ...begun, intent: 'save' }, nora);
    const second = { parentId: 'c1', draftId: '', version: '', body: 'Another thought' };
    const { status, html } = await site.post(story, { ...second, intent: 'save' }, nora);
    expect(status).toBe(409);
    expect(html).toMatch(/<blockquote[^>]*>Half a thou<\/blockquote>/);
    expect(html).toMatch(/<textarea name="nextBody"[^>]*>Another thought<\/textarea>/);
    await site.post(story, { ...answerIn(html), nextBody: 'Another thought', intent: 'replace' }, nora);
    expect(site.graph.conversation.allDrafts).toMatchObject([{ parentId: 'c1', body: 'Another thought' }]);
  });

  test('is asked about in the language of the page', async () => {
    const hebrew = `/articles/${encodeURIComponent('המגדלור')}`;
    await site.post(hebrew, { ...begun, intent: 'save' }, nora);
    expect((await site.get(`${hebrew}?reply=c1`, nora)).html).toContain('פעולה זו תמחק את התגובה הנוכחית שלך');
  });

  test('is saved for a script by /drafts, version after version', async () => {
    const about = { articleId: 'a1', locale: 'en' };
    const first = JSON.parse((await site.post('/drafts', { ...about, ...begun }, nora)).html);
    expect(first).toMatchObject({ kind: 'done', draft: { version: 1 } });
    const stale = JSON.parse((await site.post('/drafts', { ...about, ...begun, body: 'Other' }, nora)).html);
    expect(stale).toMatchObject({ kind: 'would-be-lost', message: question, lost: { body: 'Half a thou' } });
    const on = { ...about, ...begun, version: '1', body: 'Half a thought' };
    expect(JSON.parse((await site.post('/drafts', on, nora)).html)).toMatchObject({ draft: { version: 2 } });
    expect((await site.post('/drafts', { ...about, ...begun, version: 'x' }, nora)).status).toBe(400);
  });
});

/** The hidden fields of the question on a page, as a browser would send them. */
function answerIn(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden" name="((?:lost|next)\w+)"(?: value="([^"]*)")?/g);
  return Object.fromEntries([...fields].map(([, name = '', value = '']) => [name, value]));
}
