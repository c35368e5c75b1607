import type { Facts } from '../revision/changes.ts';
import type { ArticleSnapshot } from '../revision/revision.ts';

/**
 * What a supplier says of a story and an editor may rewrite, field by field; a body is one field. The embargo is none of
 * them: whose it is, the rules of imports say (modules/import/decide-import.ts).
 */
export const suppliedFields = [
  'slug',
  'language',
  'timeZone',
  'kicker',
  'headline',
  'standfirst',
  'dateline',
  'body',
  'sectionId',
  'urgency',
  'copyrightNotice',
  'usageTerms',
  'isAccessibleForFree',
  'bylines',
  'topicIds',
] as const satisfies readonly (keyof ArticleSnapshot)[];

export type SuppliedField = (typeof suppliedFields)[number];

/** What a supplier said last of one field: text by path, as revisions tell it. A body has a path for each element. */
export type SuppliedFacts = Readonly<Record<string, string>>;

/** What editors keep of one article, each field with what its supplier said last of it. */
export type KeptFields = ReadonlyMap<SuppliedField, SuppliedFacts>;

/** The field that a path of a revision belongs to: 'body.p3' to the body. Null for a step of the workflow, or an embargo. */
export function fieldOf(path: string): SuppliedField | null {
  const [head] = path.split('.', 1);
  return suppliedFields.find((field) => field === head) ?? null;
}

/** What is said of one field. */
export function factsOfField(facts: Facts, field: SuppliedField): SuppliedFacts {
  const said = [...facts].flatMap(([path, text]) => (text !== null && fieldOf(path) === field ? [[path, text]] : []));
  return Object.fromEntries(said);
}
