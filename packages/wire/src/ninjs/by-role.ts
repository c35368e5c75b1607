import { asLine, blockOf, type Fields, fieldsOf, isObject, lineOf, listOf } from '../loose-json.ts';
import { lineFromAny, lineFromHtml } from '../plain-text.ts';

/** A text of ninjs 2.x and later: a headline, a description, a body. */
export interface RoleText {
  readonly role: string;
  readonly contentType: string;
  readonly value: string;
}

/** The members of `headlines`, `descriptions` or `bodies`. A role that is an address goes by its last part. */
export function roleTexts(fields: Fields, name: string): RoleText[] {
  return listOf(fields, name).flatMap((member) => {
    if (!isObject(member)) {
      const value = asLine(member);
      return value ? [{ role: '', contentType: '', value }] : [];
    }
    const text = fieldsOf(member);
    const value = blockOf(text, 'value', 'text');
    if (!value) return [];
    return [
      { role: roleName(lineOf(text, 'role')), contentType: (lineOf(text, 'contenttype') ?? '').toLowerCase(), value },
    ];
  });
}

/** The text whose role stands first in `roles`; else the first without a role; else the first of none of the `others`. */
export function byRole(
  texts: readonly RoleText[],
  roles: readonly string[],
  others: readonly string[] = [],
): RoleText | undefined {
  for (const role of roles) {
    const found = texts.find((text) => text.role === role);
    if (found) return found;
  }
  return texts.find(({ role }) => role === '') ?? texts.find(({ role }) => !others.includes(role));
}

/** On one line, without markup. */
export function roleLine(text: RoleText | undefined): string | undefined {
  if (!text) return undefined;
  return text.contentType.includes('html') ? lineFromHtml(text.value) : lineFromAny(text.value);
}

export function roleName(role: string | undefined): string {
  return (/[^/#:]*$/.exec((role ?? '').slice(-100))?.[0] ?? '').toLowerCase();
}
