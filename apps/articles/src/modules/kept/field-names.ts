import type { ArticleField } from '../../__generated__/resolver-types.ts';
import { type SuppliedField, suppliedFields } from './supplied-field.ts';

/** The graph's names of what a supplier says. */
const names = {
  slug: 'SLUG',
  language: 'LANGUAGE',
  timeZone: 'TIME_ZONE',
  kicker: 'KICKER',
  headline: 'HEADLINE',
  standfirst: 'STANDFIRST',
  dateline: 'DATELINE',
  body: 'BODY',
  sectionId: 'SECTION',
  urgency: 'URGENCY',
  copyrightNotice: 'COPYRIGHT_NOTICE',
  usageTerms: 'USAGE_TERMS',
  isAccessibleForFree: 'IS_ACCESSIBLE_FOR_FREE',
  bylines: 'BYLINES',
  topicIds: 'TOPICS',
} as const satisfies Record<SuppliedField, ArticleField>;

export const nameOf = (field: SuppliedField): ArticleField => names[field];

/** The fields that are meant, each once. */
export function fieldsNamed(wanted: readonly ArticleField[]): SuppliedField[] {
  return suppliedFields.filter((field) => wanted.includes(names[field]));
}
