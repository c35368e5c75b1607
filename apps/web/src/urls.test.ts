import { expect, test } from 'vitest';
import {
  articlePath,
  contributorPath,
  feedLinks,
  frontPath,
  searchPath,
  sectionPath,
  topicPath,
  webHref,
} from './urls.ts';

test('the first edition stands at the root, the others at their language', () => {
  expect(['en', 'he', 'ar'].map((language) => frontPath(language as 'en'))).toEqual(['/', '/he', '/ar']);
});

test('slugs in any script are written as one path segment', () => {
  expect(articlePath('מים/רבים?')).toBe(`/articles/${encodeURIComponent('מים/רבים?')}`);
  expect(sectionPath('world', 'a+b=')).toBe('/sections/world?after=a%2Bb%3D');
  expect(contributorPath('a/b')).toBe('/contributors/a%2Fb');
  expect(topicPath('sea', 'a+b=')).toBe('/topics/sea?after=a%2Bb%3D');
});

test("a search names its text, its cursor, and its page's language where that is not the first edition's", () => {
  expect(searchPath({ text: 'a&b +"c"', edition: 'en' })).toBe('/search?q=a%26b+%2B%22c%22');
  expect(searchPath({ text: 'x', edition: 'he', after: 'a+b=' })).toBe('/search?q=x&language=he&after=a%2Bb%3D');
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
