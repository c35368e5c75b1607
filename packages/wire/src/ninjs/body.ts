import type { BodyElement } from '../body-element.ts';
import { htmlBody } from '../html-body.ts';
import { blockOf, type Fields } from '../loose-json.ts';
import { paragraphsOf } from '../plain-text.ts';
import { type RoleText, roleTexts } from './by-role.ts';

const markupFields = ['body_html', 'body_xhtml', 'body_html5', 'body_nitf'];
const bodyRoles = ['main', 'body', 'html', 'xhtml', 'html5', 'article', 'text', ''];

/** The text of a story: its richest body that holds something. Of bodies by role the main one, markup before plain text. */
export function bodyOf(fields: Fields, baseUrl?: string): BodyElement[] {
  for (const candidate of candidatesOf(fields)) {
    const elements = isMarkup(candidate)
      ? htmlBody(bodyMarkup(candidate.value), baseUrl ? { baseUrl } : {})
      : paragraphsOf(candidate.value);
    if (elements.length > 0) return elements;
  }
  return [];
}

function candidatesOf(fields: Fields): RoleText[] {
  const byRole = roleTexts(fields, 'bodies').toSorted((one, other) => rank(one) - rank(other));
  const named = markupFields.flatMap((name) => flat(fields, name, 'text/html'));
  const plain = ['body_text', 'body_plain', 'body'].flatMap((name) =>
    flat(fields, name, name === 'body' ? '' : 'text/plain'),
  );
  const others = [...fields.keys()]
    .filter((name) => name.startsWith('body_') && !markupFields.includes(name))
    .flatMap((name) => flat(fields, name, ''));
  return [...byRole, ...named, ...plain, ...others];
}

function flat(fields: Fields, name: string, contentType: string): RoleText[] {
  const value = blockOf(fields, name);
  return value ? [{ role: name, contentType, value }] : [];
}

function rank(text: RoleText): number {
  const role = bodyRoles.indexOf(text.role);
  return (isMarkup(text) ? 0 : 100) + (role < 0 ? bodyRoles.length : role);
}

/** By its type; a type that is missing or wrong shows in the text itself. */
function isMarkup({ contentType, value }: RoleText): boolean {
  if (/plain/.test(contentType)) return false;
  return (
    /html|xml|nitf/.test(contentType) ||
    /<(p|div|h\d|br|body|block|ul|ol|table|figure|blockquote)\b[^<>]*>/i.test(value)
  );
}

/** NITF in JSON: what stands around `body.content` is metadata and would be read as text. */
export function bodyMarkup(markup: string): string {
  const start = /<body\.content\b[^<>]*>/i.exec(markup);
  if (!start) return markup;
  const from = start.index + start[0].length;
  const end = markup.toLowerCase().indexOf('</body.content', from);
  return markup.slice(from, end < 0 ? undefined : end);
}
