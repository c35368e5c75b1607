import { describe, expect, test } from 'vitest';
import { editionLanguages, editionOf, type Labels, labelsFor } from './labels.ts';

const scripts = { en: /\p{Script=Latin}/u, he: /\p{Script=Hebrew}/u, ar: /\p{Script=Arabic}/u };

/** All that a dictionary says, with plausible values where it asks for some. */
function allWords(labels: Labels): readonly (readonly [string, string])[] {
  return Object.entries(labels).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value] as const];
    if (typeof value === 'function') return [1, 2, 3, 11, 100].map((n) => [name, value(n as never, 7)] as const);
    return Object.entries(value).map(([code, words]) => [`${name}.${code}`, words] as const);
  });
}

describe.each(editionLanguages)('the dictionary of %s', (language) => {
  test('says everything, and in its own script', () => {
    for (const [name, words] of allWords(labelsFor(language))) expect(words, name).toMatch(scripts[language]);
  });

  test('refusals are worded for every code that the conversation may answer', () => {
    const codes = ['EMPTY', 'TOO_LONG', 'THREAD_CLOSED', 'REPEAT_POST', 'RATE_LIMITED', 'PARENT_GONE'];
    const more = ['ARTICLE_UNKNOWN', 'EDIT_WINDOW_OVER', 'NOT_YOURS'];
    expect(Object.keys(labelsFor(language).refusals).sort()).toEqual([...codes, ...more].sort());
  });
});

test('counts follow the plural rules of their language', () => {
  expect([0, 1, 2].map(labelsFor('en').commentCount)).toEqual(['0 comments', '1 comment', '2 comments']);
  expect([1, 2].map(labelsFor('he').commentCount)).toEqual(['תגובה אחת', '2 תגובות']);
  expect([1, 2, 3, 11].map(labelsFor('ar').commentCount)).toEqual(['تعليق واحد', 'تعليقان', '3 تعليقات', '11 تعليقًا']);
});

test('a regional tag belongs to the edition of its language, and an unknown language to none', () => {
  expect(editionOf('ar-EG')).toBe('ar');
  expect(editionOf('HE')).toBe('he');
  expect(editionOf('fr')).toBeUndefined();
  expect(labelsFor('fr')).toBe(labelsFor('en'));
});
