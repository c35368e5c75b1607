import { type Byline, readBylines, uniqueBylines } from '../bylines.ts';
import { itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import { blockOf, type Fields, fieldsOf, lineOf, listOf } from '../loose-json.ts';
import type { NewsItemInput } from '../news-item.ts';
import { failedItem, type ParsedItem, type ParseOptions } from '../parsed-item.ts';
import { placeFigures } from '../place-figures.ts';
import { type ItemStatus, readPubStatus, stricterStatus } from '../pub-status.ts';
import { webAddress } from '../web-address.ts';
import { readDate } from '../wire-date.ts';
import { bodyOf } from './body.ts';
import { roleName } from './by-role.ts';
import { editorialOf } from './editorial.ts';
import { headlineOf, kickerOf, standfirstOf } from './headline.ts';
import { associatedPictures, pictureFigure } from './picture.ts';
import { topicsOf } from './topics.ts';

/** One item of ninjs of any version: which properties it has says how it is read, and never what it claims to be. */
export function ninjsItem(place: string, value: unknown, options: ParseOptions): ParsedItem {
  const fields = fieldsOf(value);
  const sourceId = lineOf(fields, 'uri', 'guid', '_id') ?? alternativeId(fields);
  if (!sourceId) return failedItem(place, 'has no uri, by which its later versions would be known');
  const headline = headlineOf(fields);
  const status = statusOf(fields, options);
  const refusal = refusalOf(fields, status);
  if (refusal) return failedItem(place, `${sourceId} ${refusal}`);
  const content = contentOf(fields, options);
  const version = /^\d{1,18}$/.exec(lineOf(fields, 'version') ?? '')?.[0];
  return itemFromDraft(place, {
    source: options.source ?? senderOf(fields),
    sourceId,
    format: 'ninjs',
    version,
    ...status,
    language: languageOf(lineOf(fields, 'language'), options.language),
    headline,
    ...datesOf(fields, options),
    ...content,
    ...editorialOf(fields, content.body),
    bylines: bylinesOf(fields),
    topics: topicsOf(fields),
    translationOf: translationOf(fields),
    url: webAddress(lineOf(fields, 'url', 'link', 'canonical_url', 'canonicalurl', 'web_url')),
    timeZone: options.timeZone,
  });
}

/** What is no story, or only a part of one that would wipe out the whole. A kill or a hold needs neither text nor shape. */
function refusalOf(fields: Fields, { pubStatus }: ItemStatus): string | undefined {
  if (pubStatus !== 'usable') return undefined;
  const type = lineOf(fields, 'type')?.toLowerCase();
  if (type === 'planning' || type === 'event' || fields.has('plannedcoverage')) return 'is a plan and no story';
  const representation = lineOf(fields, 'representationtype')?.toLowerCase();
  if (representation === 'incomplete' || representation === 'partial' || representation === 'associated')
    return `is not whole: its representation is '${representation}'`;
  return undefined;
}

function statusOf(fields: Fields, options: ParseOptions): ItemStatus {
  const embargo = lineOf(fields, 'embargoeduntil', 'embargoed', 'embargo');
  const embargoedUntil = readDate(embargo, options);
  const status = readPubStatus(lineOf(fields, 'pubstatus', 'state'), embargoedUntil);
  const unread: ItemStatus = {
    pubStatus: 'withheld',
    statusReason: `its embargo cannot be read: ${embargo?.slice(0, 60).toWellFormed() ?? 'it has no date'}`,
  };
  const isUnread = (embargo && !embargoedUntil) || fields.get('embargoed') === true;
  const strict = isUnread ? stricterStatus(status, unread) : status;
  const note = blockOf(fields, 'ednote');
  if (strict.pubStatus === 'usable' || strict.statusReason || !note) return strict;
  return { ...strict, statusReason: note };
}

function datesOf(fields: Fields, options: ParseOptions) {
  const dateOf = (...names: string[]) => readDate(lineOf(fields, ...names), options);
  const first = dateOf('firstpublished') ?? dateOf('firstcreated');
  const versionCreatedAt = dateOf('versioncreated', '_updated');
  return {
    versionCreatedAt,
    firstPublishedAt: first,
    publishedAt: first,
    updatedAt: versionCreatedAt,
    embargoedUntil: dateOf('embargoeduntil', 'embargoed', 'embargo'),
  };
}

/** A story has its body with its pictures; a picture on its own is one figure. */
function contentOf(
  fields: Fields,
  { url }: ParseOptions,
): Pick<NewsItemInput, 'type' | 'body' | 'kicker' | 'standfirst'> {
  const written = lineOf(fields, 'type')?.toLowerCase();
  if (written === 'picture' || written === 'graphic') {
    const figure = pictureFigure(fields, 'LEAD', url)?.figure;
    return { type: written, body: figure ? [figure] : [] };
  }
  const text = bodyOf(fields, url);
  const isStory = text.length > 0 || written === 'text' || written === undefined || written === 'component';
  const type = isStory && written !== 'video' && written !== 'audio' ? 'text' : mediaType(written);
  const kicker = kickerOf(fields);
  const standfirst = standfirstOf(fields);
  const body = placeFigures(text, associatedPictures(fields.get('associations'), url));
  return { type, body, ...(kicker && { kicker }), ...(standfirst && { standfirst }) };
}

/** A package with a text of its own is a story with its pictures; one without is only a list of others. */
function mediaType(written: string | undefined): NonNullable<NewsItemInput['type']> {
  return written === 'video' || written === 'audio' ? written : 'composite';
}

/** Superdesk's authors with their roles; else the line of 1.x (`byline`) or of 2.x and later (`by`). */
function bylinesOf(fields: Fields): Byline[] {
  const authors = listOf(fields, 'authors').flatMap((author) => {
    const name = lineOf(fieldsOf(author), 'name', 'sub_label');
    const role = lineOf(fieldsOf(author), 'jobtitle', 'role');
    return name ? [{ name, ...(role && { role }) }] : [];
  });
  return authors.length > 0 ? uniqueBylines(authors) : readBylines(lineOf(fields, 'byline', 'by'));
}

/** Who sent it: what later versions of the item will say as well. */
function senderOf(fields: Fields): string {
  const parties = listOf(fields, 'infosources', 'infosource').map(fieldsOf);
  const named = parties.find((party) => /source|provider|supplier|origin/.test(roleName(lineOf(party, 'role', 'rel'))));
  return (
    lineOf(fields, 'source', 'provider') ??
    lineOf(fieldsOf(fields.get('provider')), 'name') ??
    lineOf(named ?? parties[0] ?? new Map(), 'name', 'literal') ??
    lineOf(fields, 'copyrightholder') ??
    'ninjs'
  );
}

function translationOf(fields: Fields): string | undefined {
  const stated = lineOf(fields, 'translationof', 'translation_of', 'translated_from', 'translatedfrom');
  if (stated) return stated;
  const associations = fields.get('associations');
  const original = (Array.isArray(associations) ? associations : []).map(fieldsOf).find((item) =>
    roleName(lineOf(item, 'rel'))
      .replaceAll(/[^a-z]/g, '')
      .endsWith('translationof'),
  );
  return original && lineOf(original, 'uri');
}

function alternativeId(fields: Fields): string | undefined {
  const listed = listOf(fields, 'altids').map((id) => lineOf(fieldsOf(id), 'value'));
  return listed.find((id) => id !== undefined);
}
