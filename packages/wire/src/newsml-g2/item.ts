import type { BodyElement } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { type DraftPart, itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement } from '../markup-tree.ts';
import { type Content, contentOf } from '../newsml/content.ts';
import type { ParsedItem, ParseOptions } from '../parsed-item.ts';
import { catalogOf } from './codes.ts';
import { describedAs, descriptiveOf } from './descriptive.ts';
import { seeAlso, translationOf } from './links.ts';
import { managementOf, providerOf } from './management.ts';
import { nameOf, wordsIn } from './named.ts';
import { membersOf } from './package.ts';
import { leadPicture } from './picture.ts';

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

/** The domain in 'urn:newsml:acmenews.com:20161018:…' and 'tag:gettyimages.com,2010:…'. */
function authorityOf(guid: string | undefined): string | undefined {
  return /^(?:urn:newsml|tag):([a-z\d.-]+)/i.exec(guid ?? '')?.[1];
}
