import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { hasRole, type Viewer } from '@dateline/service-kit/viewer';
import { remembered } from './remembered.ts';
import { isSlug } from './slug.ts';
import type { ArticleStatus } from './store.ts';

/** What a person can mend, as the graph's UserError. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** A reader sees what is published, an editor everything. */
export function visibleStatuses(viewer: Viewer | null): readonly ArticleStatus[] {
  return hasRole(viewer, 'EDITOR') ? ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'] : ['PUBLISHED'];
}

/** Throws UNAUTHENTICATED or FORBIDDEN unless the viewer edits. */
export function requireEditor(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new CataloguedError('UNAUTHENTICATED');
  if (!hasRole(viewer, 'EDITOR')) throw new CataloguedError('FORBIDDEN', { message: 'Only editors may do that.' });
  return viewer;
}

export interface WritableFields {
  readonly headline?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly kicker?: string | null | undefined;
  readonly standfirst?: string | null | undefined;
  readonly dateline?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly urgency?: number | null | undefined;
}

const maxCharacters = { headline: 300, kicker: 100, standfirst: 2_000, dateline: 200 } as const;

/** What is wrong with the plain fields of a change; fields that are not given are not looked at. */
export function faultsOf(fields: WritableFields): Fault[] {
  const faults: Fault[] = [];
  const add = (field: keyof WritableFields, code: string, message: string) =>
    faults.push({ code, message, path: ['input', field] });

  if (fields.headline !== undefined && !fields.headline?.trim())
    add('headline', 'EMPTY', 'An article needs a headline.');
  for (const field of ['headline', 'kicker', 'standfirst', 'dateline'] as const) {
    const max = maxCharacters[field];
    if ((fields[field]?.length ?? 0) > max) add(field, 'TOO_LONG', `At most ${max} characters.`);
  }
  if (fields.slug != null && !isSlug(fields.slug)) {
    add('slug', 'NOT_A_SLUG', 'A slug holds letters and digits, in words joined by single dashes.');
  }
  if (fields.timeZone !== undefined && !isTimeZone(fields.timeZone)) {
    add('timeZone', 'UNKNOWN_TIME_ZONE', 'A time zone is named as in the IANA database: Asia/Jerusalem.');
  }
  const { urgency } = fields;
  if (urgency !== undefined && !(urgency !== null && urgency >= 1 && urgency <= 8)) {
    add('urgency', 'OUT_OF_RANGE', 'Urgency goes from 1 (flash) to 8.');
  }
  return faults;
}

/** Another one changed the article in between: nothing is overwritten. */
export function revisionConflict(expected: number, actual: number): Fault {
  return {
    code: 'REVISION_CONFLICT',
    message: `This was written from revision ${expected}, but revision ${actual} stands by now. Read it again and put your change on top.`,
    path: ['expectedRevision'],
  };
}

const formatOf = remembered((timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }));

function isTimeZone(timeZone: string | null): boolean {
  if (timeZone === null || /^[+-]/.test(timeZone)) return false;
  try {
    formatOf(timeZone);
    return true;
  } catch {
    return false;
  }
}
