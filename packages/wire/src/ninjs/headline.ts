import { type Fields, lineOf } from '../loose-json.ts';
import { lineFromAny } from '../plain-text.ts';
import { byRole, roleLine, roleTexts } from './by-role.ts';

const kickers = ['kicker', 'overline', 'label', 'roofline'];
const subheadlines = ['subheadline', 'sub', 'subtitle', 'deck', 'subhead', 'secondary'];
const notMain = [...kickers, ...subheadlines, 'seo', 'social', 'short', 'extended'];
const summaries = ['standfirst', 'summary', 'abstract', 'lead', 'lede', 'intro', 'main', 'text', 'html', 'xhtml'];
const noSummaries = ['alt', 'alttext', 'writer', 'caption', 'credit'];

/** The headline by role (2.x and later) or of 1.x; a title is metadata and stands in only where there is no headline. */
export function headlineOf(fields: Fields): string | undefined {
  const main = roleLine(byRole(roleTexts(fields, 'headlines'), ['main', 'headline', 'title'], notMain));
  return main ?? lineFromAny(lineOf(fields, 'headline', 'headline_main', 'title', 'name', 'slugline'));
}

export function kickerOf(fields: Fields): string | undefined {
  return (
    headlineOfRoles(fields, kickers) ?? lineFromAny(lineOf(fields, 'headline_kicker', 'headline_overline', 'kicker'))
  );
}

/** The standfirst of a text: its summary, and where there is none its second headline. */
export function standfirstOf(fields: Fields): string | undefined {
  const summary = roleLine(byRole(roleTexts(fields, 'descriptions'), summaries, noSummaries));
  const flat = lineOf(
    fields,
    'description_summary',
    'description_text',
    'abstract',
    'description_html',
    'description_xhtml',
  );
  return (
    summary ??
    lineFromAny(flat ?? lineOf(fields, 'description', 'description_caption')) ??
    headlineOfRoles(fields, subheadlines) ??
    lineFromAny(lineOf(fields, 'headline_sub', 'headline_subheadline', 'subheadline'))
  );
}

/** What stands under a picture. */
export function captionOf(fields: Fields): string | undefined {
  const captions = ['caption', 'main', 'text', 'description', 'html', 'xhtml', 'summary'];
  const caption = roleLine(byRole(roleTexts(fields, 'descriptions'), captions, ['alt', 'alttext', 'writer']));
  const flat = lineOf(
    fields,
    'description_caption',
    'description_text',
    'caption',
    'description_html',
    'description_xhtml',
  );
  return caption ?? lineFromAny(flat ?? lineOf(fields, 'description'));
}

/** What a picture shows, for who cannot see it. */
export function altTextOf(fields: Fields): string | undefined {
  const alt = roleTexts(fields, 'descriptions').find(({ role }) => role === 'alt' || role === 'alttext');
  return roleLine(alt) ?? lineOf(fields, 'alttext', 'alt_text', 'description_alt', 'alt');
}

function headlineOfRoles(fields: Fields, roles: readonly string[]): string | undefined {
  return roleLine(roleTexts(fields, 'headlines').find(({ role }) => roles.includes(role)));
}
