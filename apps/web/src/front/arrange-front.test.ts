import { expect, test } from 'vitest';
import { arrangeFront, type Story } from './arrange-front.ts';
import { type NavSection, navSections } from './nav-sections.ts';

const sections: readonly NavSection[] = [
  { slug: 'world', title: 'World', language: 'en', parent: null },
  { slug: 'sport', title: 'Sport', language: 'en', parent: null },
  { slug: 'football', title: 'Football', language: 'en', parent: { slug: 'sport' } },
  { slug: 'he-world', title: 'חוץ', language: 'he', parent: null },
];

function story(id: string, hour: number, given: Partial<Story> = {}): Story {
  const firstPublishedAt = new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
  return {
    id,
    slug: id,
    headline: id,
    kicker: null,
    standfirst: null,
    language: 'en',
    direction: 'LTR',
    firstPublishedAt,
    urgency: 5,
    section: { slug: 'world', title: 'World' },
    bylines: [],
    leadFigure: null,
    thread: null,
    ...given,
  };
}

const ids = (stories: readonly Story[]) => stories.map(({ id }) => id);

test('the most urgent story of the last day leads', () => {
  const { lead, top } = arrangeFront([story('new', 30), story('flash', 10, { urgency: 1 }), story('old', 2)], sections);
  expect(lead?.id).toBe('flash');
  expect(ids(top)).toEqual(['new', 'old']);
});

test('a flash of the day before yesterday leads no more; at exactly a day it still does', () => {
  expect(arrangeFront([story('new', 48), story('flash', 23, { urgency: 1 })], sections).lead?.id).toBe('new');
  expect(arrangeFront([story('new', 47), story('flash', 23, { urgency: 1 })], sections).lead?.id).toBe('flash');
});

test('every story stands at most once, and those of inner sections with the outer one', () => {
  const football = { section: { slug: 'football', title: 'Football' } };
  const stories = Array.from({ length: 12 }, (_, at) => story(`s${at}`, 40 - at, at % 2 ? football : {}));
  const view = arrangeFront(stories, sections);
  const shown = [view.lead?.id, ...ids(view.top), ...view.sections.flatMap((section) => ids(section.stories))];
  expect(new Set(shown).size).toBe(shown.length);
  expect(view.sections.map(({ slug }) => slug)).toEqual(['world', 'sport']);
  expect(view.sections[1]?.stories.every(({ section }) => section?.slug === 'football')).toBe(true);
});

test('an empty edition has no lead and no sections', () => {
  expect(arrangeFront([], sections)).toEqual({ lead: undefined, top: [], sections: [] });
});

test("a masthead names its own edition's outer sections only", () => {
  expect(navSections(sections, 'en').map(({ slug }) => slug)).toEqual(['world', 'sport']);
  expect(navSections(sections, 'he').map(({ slug }) => slug)).toEqual(['he-world']);
});
