import { readBylines } from '../bylines.ts';
import { cleanLine } from '../clean-text.ts';
import { type DraftPart, itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import { childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { failedItem, type ParsedItem, type ParseOptions } from '../parsed-item.ts';
import { type ItemStatus, readPubStatus, stricterStatus } from '../pub-status.ts';
import { readDate } from '../wire-date.ts';
import { allComponents, componentsOf, formalName, languageOfComponent } from './component.ts';
import { genresOf, keywordsOf, lineOf, topicsOf, typedLines } from './lines.ts';
import { picturesOf } from './pictures.ts';
import { textContentOf } from './text.ts';

/**
 * A NewsItem of NewsML 1.x. Its id is the part of its public identifier that later revisions keep (provider, date, item);
 * the revision is its version. One in several languages is read in the language asked for, or else in the first.
 */
export function newsml1Item(place: string, item: MarkupElement, options: ParseOptions): ParsedItem {
  const identifier = childOf(item, 'Identification', 'NewsIdentifier');
  const sourceId = sourceIdOf(identifier);
  if (!sourceId) return failedItem(place, 'has no NewsIdentifier, by which its later versions would be known');
  const management = managementOf(childOf(item, 'NewsManagement'), options);
  const root = childOf(item, 'NewsComponent');
  const provider = cleanLine(textOf(childOf(identifier, 'ProviderId')));
  const revision = textOf(childOf(identifier, 'RevisionId')) ?? '';
  return itemFromDraft(place, {
    source: options.source ?? provider ?? 'newsml-1',
    sourceId,
    format: 'newsml-1',
    version: /^\d{1,18}$/.exec(revision)?.[0],
    ...management,
    language: languageOf(undefined, options.language),
    timeZone: options.timeZone,
    ...(root && storyOf(inOneLanguage(root, options.language), management, options)),
  });
}

function sourceIdOf(identifier: MarkupElement | undefined): string | undefined {
  const part = (name: string) => textOf(childOf(identifier, name));
  const [provider, date, item] = [part('ProviderId'), part('DateId'), part('NewsItemId')];
  if (provider && item) return ['urn:newsml', provider, ...(date ? [date] : []), item].join(':');
  return part('PublicIdentifier')?.replace(/:\d+[NAU]?$/, '');
}

/** The root with one of its languages: where its components are the same story in several, only one of them. */
function inOneLanguage(root: MarkupElement, language: string | undefined): MarkupElement {
  const components = componentsOf(root);
  const languages = components.map(languageOfComponent);
  const isChoice =
    components.length > 1 &&
    languages.every((one) => one !== undefined) &&
    new Set(languages).size === components.length;
  if (!isChoice) return root;
  const chosen =
    components[
      Math.max(
        0,
        languages.findIndex((one) => one?.split('-')[0] === language?.split('-')[0]),
      )
    ];
  return {
    ...root,
    children: root.children.filter(
      (child) => typeof child === 'string' || child.name !== 'NewsComponent' || child === chosen,
    ),
  };
}

function storyOf(root: MarkupElement, management: DraftPart, options: ParseOptions): DraftPart & { language: string } {
  const text = textContentOf(root, options.url);
  const pictures = picturesOf(root, options.url);
  const { nitf } = text;
  const written = allComponents(root).map(languageOfComponent);
  const hasText = text.body.length > 0 || pictures.length === 0;
  const [lead, ...others] = pictures;
  const hasOwnLead = text.body.some((element) => element.kind === 'figure' && element.role === 'LEAD');
  const top = lead ? [{ ...lead, role: hasOwnLead ? ('INLINE' as const) : ('LEAD' as const) }] : [];
  return {
    type: hasText ? 'text' : 'picture',
    language: languageOf(written.find((language) => language !== undefined) ?? nitf?.language, options.language),
    headline: lineOf(root, 'HeadLine') ?? nitf?.headline ?? lineOf(root, 'SlugLine'),
    standfirst: text.standfirst ?? lineOf(root, 'SubHeadLine') ?? nitf?.standfirst,
    dateline: lineOf(root, 'DateLine') ?? nitf?.dateline,
    slugline: lineOf(root, 'SlugLine'),
    bylines: nonEmpty(readBylines(lineOf(root, 'ByLine'))) ?? nitf?.bylines,
    body: [...top, ...text.body, ...others.map((figure) => ({ ...figure, role: 'GALLERY' as const }))],
    topics: topicsOf(root),
    keywords: keywordsOf(root),
    genres: genresOf(root),
    creditLine: lineOf(root, 'CreditLine') ?? partyOf(root, 'Source') ?? partyOf(root, 'Provider'),
    copyright: lineOf(root, 'CopyrightLine'),
    usageTerms: lineOf(root, 'RightsLine') ?? nitf?.usageTerms,
    editorialNote: cleanLine(
      [management.editorialNote, typedLines(root, /advis|editor|note/i), nitf?.editorialNote].filter(Boolean).join(' '),
    ),
  };
}

function partyOf(root: MarkupElement, name: string): string | undefined {
  const parties = allComponents(root).flatMap((one) =>
    childrenOf(childOf(one, 'AdministrativeMetadata', name), 'Party'),
  );
  return cleanLine(parties.map(formalName).find((party) => party !== undefined));
}

function managementOf(management: MarkupElement | undefined, options: ParseOptions): DraftPart {
  const dateOf = (...path: string[]) => readDate(textOf(childOf(management, ...path)), options);
  const versionCreatedAt = dateOf('ThisRevisionCreated');
  const first = dateOf('FirstCreated');
  const urgency = Number(formalName(childOf(management, 'Urgency')) ?? Number.NaN);
  const instructions = [
    ...childrenOf(management, 'Instruction'),
    ...childrenOf(childOf(management, 'StatusWillChange'), 'Instruction'),
  ].map((one) => formalName(one) ?? '');
  const embargoedUntil = embargoOf(management, options);
  return {
    versionCreatedAt,
    firstPublishedAt: first,
    publishedAt: first,
    updatedAt: versionCreatedAt,
    embargoedUntil,
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 8 ? urgency : undefined,
    ...statusOf(management, instructions, embargoedUntil),
    corrections: instructions.some((one) => /^(rectif|correct)/i.test(one))
      ? [{ ...(versionCreatedAt && { at: versionCreatedAt }) }]
      : undefined,
    editorialNote: cleanLine(
      childrenOf(management, 'Comment')
        .map((one) => textOf(one) ?? '')
        .join(' '),
    ),
  };
}

/** An embargoed item says when that will change: StatusWillChange to 'Usable', at a time. */
function embargoOf(management: MarkupElement | undefined, options: ParseOptions): string | undefined {
  const change = childOf(management, 'StatusWillChange');
  const becomes = formalName(childOf(change, 'FutureStatus')) ?? '';
  return /^usable$/i.test(becomes) ? readDate(textOf(childOf(change, 'DateAndTime')), options) : undefined;
}

function statusOf(
  management: MarkupElement | undefined,
  instructions: readonly string[],
  embargoedUntil: string | undefined,
): ItemStatus {
  const status = readPubStatus(formalName(childOf(management, 'Status')), embargoedUntil);
  const isKill = instructions.some((one) => /^(delete|kill|cancel|withdraw)/i.test(one));
  return isKill ? stricterStatus(status, { pubStatus: 'canceled' }) : status;
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
