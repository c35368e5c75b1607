import type { ArticleRow } from '../article/article.ts';
import type { BodyElement } from '../article/body-element.ts';
import type { ArticleSnapshot, RevisionChange } from './revision.ts';

/** Where an article stood in the workflow when it was saved. */
export type Standing = Pick<ArticleRow, 'status' | 'scheduledAt' | 'withdrawalReason'>;

/** An article as texts by path. A path that is missing, and one with null, both say that nothing is there. */
export type Facts = ReadonlyMap<string, string | null>;

/**
 * What an article says, path by path: 'headline', 'bylines', 'body.<element id>'; 'body' is the order of the elements. Two
 * articles have the same facts exactly when they say the same.
 */
export function factsOf(snapshot: ArticleSnapshot, standing: Standing): Facts {
  const { body, ...fields } = snapshot;
  const { status, scheduledAt, withdrawalReason } = standing;
  const plain = { ...fields, status, scheduledAt: scheduledAt?.toISOString() ?? null, withdrawalReason };
  return new Map([
    ...Object.entries(plain).map(([path, value]) => [path, textOf(value)] as const),
    ['body', body.length === 0 ? null : JSON.stringify(body.map(({ id }) => id))],
    ...body.map((element) => [`body.${element.id}`, elementText(element)] as const),
  ]);
}

/** Everything that differs, once, by path. */
export function changesBetween(before: Facts, after: Facts): RevisionChange[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}

/** The facts after the changes: what changesBetween says is all that one needs to know. */
export function applyChanges(facts: Facts, changes: readonly RevisionChange[]): Facts {
  const changed = new Map(facts);
  for (const { path, after } of changes) changed.set(path, after);
  return changed;
}

function textOf(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  return Array.isArray(value) && value.length === 0 ? null : canonicalJson(value);
}

/** A paragraph as a person reads it; whatever else as JSON, which never begins as a paragraph does. */
function elementText({ id: _, ...element }: BodyElement): string {
  return element.kind === 'paragraph' ? `<p>${element.html}</p>` : canonicalJson(element);
}

/** With sorted keys: Postgres gives the keys of what it keeps in an order of its own. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, nested: unknown) =>
    nested !== null && typeof nested === 'object' && !Array.isArray(nested)
      ? Object.fromEntries(Object.entries(nested).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : nested,
  );
}
