import type { BodyElement } from '../body-element.ts';
import { type Byline, readBylines, uniqueBylines } from '../bylines.ts';
import { cleanLine } from '../clean-text.ts';
import { type DraftPart, itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { type Content, contentOf } from '../newsml/content.ts';
import type { ParsedItem, ParseOptions } from '../parsed-item.ts';
import { webAddress } from '../web-address.ts';
import { type Catalog, catalogOf, codeOf, conceptOf } from './codes.ts';
import { managementOf, providerOf } from './management.ts';
import { nameOf, wordsIn } from './named.ts';
import { membersOf } from './package.ts';
import { leadPicture } from './picture.ts';
import { subjectsOf } from './topics.ts';

/** A newsItem or packageItem of NewsML-G2 2.x. Its guid names it, its version counts; catalogs elsewhere are not loaded. */
export function g2Item(place: string, item: MarkupElement, options: ParseOptions): ParsedItem {
  const catalog = catalogOf(item);
  const itemMeta = childOf(item, 'itemMeta');
  const meta = childOf(item, 'contentMeta');
  const tagged = attributeOf(childOf(meta, 'language'), 'tag');
  const written = tagged ?? attributeOf(item, 'xml:lang') ?? attributeOf(meta, 'xml:lang');
  const providerName = nameOf(childOf(itemMeta, 'provider'), written);
  const guid = attributeOf(item, 'guid');
  const management = managementOf(itemMeta, catalog, options);
  const isPackage = item.name === 'packageItem';
  const type = isPackage ? 'composite' : management.type;
  const content = isPackage ? { body: membersOf(item) } : textContentOf(item, options.url);
  const descriptive = descriptiveOf(meta, catalog, written, content);
  const rights = rightsOf(item, written);
  const creditLine = descriptive.creditLine ?? nameOf(childOf(meta, 'infoSource'), written) ?? providerName;
  return itemFromDraft(place, {
    source: options.source ?? providerOf(itemMeta, providerName) ?? authorityOf(guid) ?? 'newsml-g2',
    sourceId: guid,
    format: 'newsml-g2',
    version: /^\d{1,18}$/.exec(attributeOf(item, 'version') ?? '')?.[0],
    ...management,
    type,
    language: languageOf(written ?? content.nitf?.language, options.language),
    timeZone: options.timeZone,
    ...descriptive,
    creditLine,
    ...rights,
    body: [
      ...bodyOf(item, type, content, { ...descriptive, creditLine, ...rights }, written, options),
      ...seeAlso(itemMeta),
    ],
    translationOf: translationOf(itemMeta, catalog),
  });
}

/** Contents of one item are the same in other forms: the first that says something is taken. */
function textContentOf(item: MarkupElement, baseUrl: string | undefined): Content {
  const forms = childrenOf(childOf(item, 'contentSet')).filter(
    ({ name }) => name === 'inlineXML' || name === 'inlineData',
  );
  for (const form of forms) {
    if (attributeOf(form, 'encoding')) continue;
    const content = contentOf(form, attributeOf(form, 'contenttype'), baseUrl);
    if (content.body.length > 0 || content.nitf?.headline) return content;
  }
  return { body: [] };
}

function descriptiveOf(
  meta: MarkupElement | undefined,
  catalog: Catalog,
  language: string | undefined,
  { nitf }: Content,
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
    dateline: words('dateline') ?? nitf?.dateline ?? named('located')[0],
    bylines: bylinesOf(meta, language, nitf?.bylines),
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 8 ? urgency : undefined,
    topics: subjectsOf(meta, catalog, language),
    genres: childrenOf(meta, 'genre').flatMap((one) => nameOf(one, language) ?? codeOf(conceptOf(one, catalog)) ?? []),
    keywords: childrenOf(meta, 'keyword').flatMap((one) => cleanLine(textOf(one)) ?? []),
    creditLine: words('creditline') ?? nitf?.creditLine,
  };
}

/** The description of a role; one without a role is a summary. */
function describedAs(meta: MarkupElement | undefined, role: RegExp, language: string | undefined): string | undefined {
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

function rightsOf(item: MarkupElement, language: string | undefined) {
  const rights = childrenOf(item, 'rightsInfo');
  const words = (name: string) =>
    cleanLine(rights.map((one) => wordsIn(childrenOf(one, name), language) ?? '').join(' '));
  const holder = rights
    .map((one) => nameOf(childOf(one, 'copyrightHolder'), language))
    .find((name) => name !== undefined);
  return { copyright: words('copyrightNotice') ?? holder, usageTerms: words('usageTerms') };
}

/** A picture's item is one figure; a text has its pictures where its body shows them. */
function bodyOf(
  item: MarkupElement,
  type: DraftPart['type'],
  content: Content,
  words: DraftPart,
  language: string | undefined,
  options: ParseOptions,
): BodyElement[] {
  if (type !== 'picture' && type !== 'graphic') return content.body;
  const meta = childOf(item, 'contentMeta');
  const part = childOf(item, 'partMeta');
  const about = (role: RegExp) => describedAs(meta, role, language) ?? describedAs(part, role, language);
  const figure = leadPicture(
    childOf(item, 'contentSet'),
    {
      caption: about(/caption|summary/i),
      altText: about(/alt/i),
      credit: words.creditLine,
      creator: words.bylines?.[0]?.name,
      copyright: words.copyright,
      usageTerms: words.usageTerms,
    },
    options.url,
  );
  return [figure, ...content.body];
}

/** Links that readers may follow; a link without a title shows its address. */
function seeAlso(itemMeta: MarkupElement | undefined): BodyElement[] {
  return linksOf(itemMeta, /^seealso$/i).flatMap((link) => {
    const url = webAddress(attributeOf(link, 'href'));
    return url
      ? [
          {
            kind: 'related' as const,
            title: cleanLine(textOf(childOf(link, 'title')) ?? attributeOf(link, 'title')) ?? url,
            url,
          },
        ]
      : [];
  });
}

function translationOf(itemMeta: MarkupElement | undefined, catalog: Catalog): string | undefined {
  const [link] = linksOf(itemMeta, /^is(translation(of|from)|translatedfrom)$|^translat(ionof|edfrom)$/i);
  return attributeOf(link, 'residref') ?? conceptOf(link, catalog) ?? attributeOf(link, 'href');
}

function linksOf(itemMeta: MarkupElement | undefined, relation: RegExp): MarkupElement[] {
  return childrenOf(itemMeta, 'link').filter((link) =>
    relation.test(codeOf(attributeOf(link, 'rel') ?? attributeOf(link, 'reluri')) ?? ''),
  );
}

/** The domain in 'urn:newsml:acmenews.com:20161018:…' and 'tag:gettyimages.com,2010:…'. */
function authorityOf(guid: string | undefined): string | undefined {
  return /^(?:urn:newsml|tag):([a-z\d.-]+)/i.exec(guid ?? '')?.[1];
}
