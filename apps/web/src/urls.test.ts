import { expect, test } from 'vitest';
import { articlePath, feedLinks, frontPath, sectionPath, webHref } from './urls.ts';

test('the first edition stands at the root, the others at their language', () => {
  expect(['en', 'he', 'ar'].map((language) => frontPath(language as 'en'))).toEqual(['/', '/he', '/ar']);
});

test('slugs in any script are written as one path segment', () => {
  expect(articlePath('מים/רבים?')).toBe(`/articles/${encodeURIComponent('מים/רבים?')}`);
  expect(sectionPath('world', 'a+b=')).toBe('/sections/world?after=a%2Bb%3D');
});

test('feeds are named widest first, each as RSS and JSON Feed', () => {
  const links = feedLinks('http://feeds.test', 'Dateline', {
    language: 'he',
    section: { slug: 'he-world', title: 'חוץ' },
  });
  expect(links.map(({ href }) => href)).toEqual([
    'http://feeds.test/feeds/all.rss',
    'http://feeds.test/feeds/all.json',
    'http://feeds.test/feeds/languages/he.rss',
    'http://feeds.test/feeds/languages/he.json',
    'http://feeds.test/feeds/sections/he-world.rss',
    'http://feeds.test/feeds/sections/he-world.json',
  ]);
  expect(feedLinks('http://feeds.test', 'Dateline', {})).toHaveLength(2);
});

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.test', 'nothing', ''])(
  '%j is no link of a story',
  (url) => {
    expect(webHref(url)).toBeUndefined();
  },
);

test.each(['https://example.org/a', 'http://example.org/'])('%j is one', (url) => {
  expect(webHref(url)).toBe(url);
});
