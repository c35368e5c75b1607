import { type Byline, readBylines, uniqueBylines } from '../bylines.ts';
import { cleanLine } from '../clean-text.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import type { Content } from '../newsml/content.ts';
import { datelineFrom } from '../own-dateline.ts';
import { type Catalog, codeOf, conceptOf } from './codes.ts';
import { nameOf, wordsIn } from './named.ts';
import { subjectsOf } from './topics.ts';

/** What an item's contentMeta says of the content. Its own words stand before those of a NITF document inside. */
export function descriptiveOf(
  meta: MarkupElement | undefined,
  catalog: Catalog,
  language: string | undefined,
  { nitf, body }: Content,
) {
  const words = (name: string) => wordsIn(childrenOf(meta, name), language);
  const urgency = Number(textOf(childOf(meta, 'urgency')) ?? Number.NaN);
  const headlines = childrenOf(meta, 'headline');
  const main = headlines.filter((one) => !/sub|kicker|overline|short/i.test(attributeOf(one, 'role') ?? ''));
  const named = (name: string) => childrenOf(meta, name).flatMap((one) => nameOf(one, language) ?? []);
  return {
    headline: wordsIn(main, language) ?? nitf?.headline ?? words('title') ?? words('slugline'),
    standfirst: describedAs(meta, /summary|abstract|standfirst|teaser|lead/i, language) ?? nitf?.standfirst,
    kicker: wordsIn(
      headlines.filter((one) => /kicker|overline/i.test(attributeOf(one, 'role') ?? '')),
      language,
    ),
    slugline: words('slugline'),
    dateline: words('dateline') ?? nitf?.dateline ?? datelineFrom(named('located')[0], body),
    bylines: bylinesOf(meta, language, nitf?.bylines),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 8 ? urgency : undefined,
    topics: subjectsOf(meta, catalog, language),
    genres: childrenOf(meta, 'genre').flatMap((one) => nameOf(one, language) ?? codeOf(conceptOf(one, catalog)) ?? []),
    keywords: childrenOf(meta, 'keyword').flatMap((one) => cleanLine(textOf(one)) ?? []),
    creditLine: words('creditline') ?? nitf?.creditLine,
  };
}

/** The description of a role; one without a role is a summary. */
export function describedAs(
  meta: MarkupElement | undefined,
  role: RegExp,
  language: string | undefined,
): string | undefined {
  const described = childrenOf(meta, 'description').filter((one) =>
    role.test(attributeOf(one, 'role') ?? 'drol:summary'),
  );
  return wordsIn(described, language);
}

/** The line as it is to be printed (<by>), or who made the content; those who only edited it or wrote a caption are not named. */
function bylinesOf(
  meta: MarkupElement | undefined,
  language: string | undefined,
  inline: Byline[] | undefined,
): Byline[] {
  const line = wordsIn(childrenOf(meta, 'by'), language) ?? wordsIn(childrenOf(meta, 'byline'), language);
  const read = readBylines(line);
  if (read.length > 0) return read;
  const creators = childrenOf(meta, 'creator').flatMap((creator) => {
    const name = nameOf(creator, language);
    const role = codeOf(attributeOf(creator, 'jobtitle') ?? attributeOf(creator, 'role'));
    return name ? [{ name, ...(role && { role }) }] : [];
  });
  return inline && inline.length > 0 ? inline : uniqueBylines(creators);
}
