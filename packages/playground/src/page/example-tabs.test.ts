import { expect, test } from 'vitest';
import { mergeExamples, tabOf } from './example-tabs.ts';
import type { Example } from './examples.ts';

const front: Example = { name: 'front', description: '', query: 'query Front { a }', variables: null };
const article: Example = { name: 'article', description: '', query: 'query Article { b }', variables: '{"slug":"x"}' };
const mine = { query: 'query Mine { c }', variables: null };

test('a new example comes after the tabs that a browser kept', () => {
  const merged = mergeExamples({ activeTabIndex: 0, tabs: [mine] }, { front: front.query }, [front, article]);
  expect(merged.tabs.map(({ query }) => query)).toEqual([mine.query, article.query]);
  expect(merged.activeTabIndex).toBe(0);
});

test('a closed example stays closed', () => {
  const merged = mergeExamples({ activeTabIndex: 0, tabs: [mine] }, { front: front.query }, [front]);
  expect(merged.tabs).toEqual([mine]);
});

test('an example that changed replaces its old text where nobody edited it', () => {
  const stored = { activeTabIndex: 0, tabs: [tabOf({ ...article, query: 'query Article { old }' }), mine] };
  const merged = mergeExamples(stored, { article: 'query Article { old }' }, [article]);
  expect(merged.tabs[0]).toMatchObject({ query: article.query, variables: article.variables });
  expect(merged.tabs[1]).toEqual(mine);
});

test('an edited example keeps the edits', () => {
  const stored = { activeTabIndex: 0, tabs: [{ query: 'query Article { old mine }', variables: null }] };
  expect(mergeExamples(stored, { article: 'query Article { old }' }, [article]).tabs).toEqual(stored.tabs);
});
