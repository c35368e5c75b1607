import type { BodyElement } from '../body-element.ts';
import { asLine, blockOf, type Fields, fieldsOf, isObject, lineOf, linesOf, listOf } from '../loose-json.ts';
import type { NewsItemInput } from '../news-item.ts';
import { datelineFrom } from '../own-dateline.ts';
import { readDate } from '../wire-date.ts';

/** What desks and rights offices need, beside the story itself. */
export function editorialOf(fields: Fields, body: readonly BodyElement[]) {
  const urgency = Math.round(Number(lineOf(fields, 'urgency') ?? lineOf(fields, 'priority') ?? Number.NaN));
  const rights = fieldsOf(fields.get('rightsinfo'));
  const located = lineOf(fields, 'located') ?? lineOf(fieldsOf(fields.get('located')), 'name', 'city');
  const dateline = lineOf(fields, 'dateline') ?? lineOf(fieldsOf(fields.get('dateline')), 'text');
  return {
    urgency: urgency >= 1 ? Math.min(urgency, 8) : undefined,
    genres: linesOf(fields, 'genres', 'genre'),
    keywords: keywordsOf(fields),
    slugline: lineOf(fields, 'slugline'),
    editorialNote: editorialNoteOf(fields),
    creditLine: lineOf(fields, 'creditline', 'credit'),
    corrections: correctionsOf(fields),
    copyright: lineOf(fields, 'copyrightnotice', 'copyrightholder'),
    usageTerms:
      (linesOf(fields, 'usageterms').join(' ') || undefined) ?? lineOf(rights, 'encodedrights', 'linkedrights'),
    dateline: dateline ?? datelineFrom(located, body),
  };
}

function keywordsOf(fields: Fields): string[] {
  const keywords = linesOf(fields, 'keywords', 'keyword');
  return typeof fields.get('keywords') === 'string'
    ? keywords.flatMap((line) => line.split(/\s*[,;]\s*/)).filter(Boolean)
    : keywords;
}

/**
 * ninjs has no property for corrections. Some suppliers add one of their own; nobody says whom its words are for, so they are
 * kept for editors and never shown to readers.
 */
function correctionsOf(fields: Fields): NonNullable<NewsItemInput['corrections']> {
  return privateCorrections(fields).map(({ at }) => ({ ...(at && { at }) }));
}

function editorialNoteOf(fields: Fields): string | undefined {
  const notes = [blockOf(fields, 'ednote'), ...privateCorrections(fields).map(({ note }) => note)];
  return notes.filter((note) => note !== undefined).join('\n') || undefined;
}

function privateCorrections(fields: Fields) {
  return listOf(fields, 'corrections', 'correction').flatMap((value) => {
    const correction = fieldsOf(value);
    const note = isObject(value) ? lineOf(correction, 'note', 'text', 'value', 'description') : asLine(value);
    const at = readDate(lineOf(correction, 'at', 'date', 'versioncreated', 'created'));
    return note ? [{ note, at }] : [];
  });
}
