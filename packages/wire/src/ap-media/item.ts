import type { BodyElement } from '../body-element.ts';
import { type Byline, readBylines, uniqueBylines } from '../bylines.ts';
import { itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import { blockOf, type Fields, fieldsOf, lineOf, linesOf, listOf } from '../loose-json.ts';
import type { NewsItemInput } from '../news-item.ts';
import { topicsOf } from '../ninjs/topics.ts';
import { datelineFrom } from '../own-dateline.ts';
import { failedItem, type ParsedItem, type ParseOptions } from '../parsed-item.ts';
import { type ItemStatus, readPubStatus, stricterStatus } from '../pub-status.ts';
import { readDate } from '../wire-date.ts';
import { apContent } from './content.ts';

/** An item as it came: alone, or with what came around it (text that was fetched beside it, pictures that are linked). */
export interface ApItem {
  readonly fields: Fields;
  readonly around: Fields;
}

/** One item of the AP Media API. `altids.itemid` names the story for ever; its `uri` names one link to one version. */
export function apItem(place: string, { fields, around }: ApItem, options: ParseOptions): ParsedItem {
  const sourceId = lineOf(fieldsOf(fields.get('altids')), 'itemid') ?? lineOf(fields, 'uri')?.replace(/\?.*$/s, '');
  if (!sourceId) return failedItem(place, 'has neither altids.itemid nor a uri');
  const embargoedUntil = readDate(lineOf(fields, 'embargoed'), options);
  const status = statusOf(fields, embargoedUntil);
  const headline = lineOf(fields, 'headline', 'title', 'headline_seo', 'slugline');
  const content = apContent(fields, around, options.url);
  if (content.type === 'text' && content.body.every(({ kind }) => kind === 'figure') && status.pubStatus === 'usable')
    return failedItem(place, `${sourceId} has no text in it: AP keeps it apart, as its rendition 'nitf'`);
  const firstCreated = readDate(lineOf(fields, 'firstcreated'), options);
  const versionCreatedAt = readDate(lineOf(fields, 'versioncreated'), options);
  return itemFromDraft(place, {
    source: options.source ?? lineOf(fields, 'provider') ?? lineOf(fieldsOf(fields.get('provider')), 'name') ?? 'AP',
    sourceId,
    format: 'ap-media',
    version: /^\d{1,18}$/.exec(lineOf(fields, 'version') ?? '')?.[0],
    versionCreatedAt,
    ...status,
    embargoedUntil,
    language: languageOf(lineOf(fields, 'language'), options.language),
    headline,
    standfirst: standfirstOf(fields, headline),
    ...content,
    firstPublishedAt: firstCreated,
    publishedAt: firstCreated,
    updatedAt: versionCreatedAt,
    timeZone: options.timeZone,
    bylines: bylinesOf(fields),
    topics: topicsOf(fields),
    ...editorialOf(fields, versionCreatedAt, content.body),
  });
}

/** AP's words for what a message is to editors (`editorialtypes`) that take a story back, or back for now. */
const killing = /^(kill|elimination|eliminate|disregard)$/i;
const holding = /^(withhold|advisory)$/i;

/** The status, or what its editorial types say where that shows less; the note to editors is the reason. */
function statusOf(fields: Fields, embargoedUntil: string | undefined): ItemStatus {
  const stated = readPubStatus(lineOf(fields, 'pubstatus'), embargoedUntil);
  const types = linesOf(fields, 'editorialtypes', 'editorialtype');
  const killed: ItemStatus[] = types.some((type) => killing.test(type)) ? [{ pubStatus: 'canceled' }] : [];
  const held: ItemStatus[] = types.some((type) => holding.test(type)) ? [{ pubStatus: 'withheld' }] : [];
  const lapsed: ItemStatus[] =
    fields.has('embargoed') && lineOf(fields, 'embargoed') && !embargoedUntil
      ? [{ pubStatus: 'withheld', statusReason: 'its embargo cannot be read' }]
      : [];
  const status = [...killed, ...held, ...lapsed].reduce(stricterStatus, stated);
  const note = noteOf(fields);
  return status.pubStatus === 'usable' || status.statusReason || !note ? status : { ...status, statusReason: note };
}

function noteOf(fields: Fields): string | undefined {
  return blockOf(fields, 'ednote', 'specialinstructions')?.replace(/^eds?:\s*/i, '') || undefined;
}

/** The extended headline is a sentence or two; where it only repeats the headline it says nothing. */
function standfirstOf(fields: Fields, headline: string | undefined): string | undefined {
  const candidates = [lineOf(fields, 'description_summary'), lineOf(fields, 'headline_extended')];
  return candidates.find((text) => text !== undefined && text !== headline);
}

/** 'By JANE ROE' with her title, or her name alone where AP keeps it apart. */
function bylinesOf(fields: Fields): Byline[] {
  const listed = listOf(fields, 'bylines').flatMap((value) => {
    const byline = fieldsOf(value);
    const role = lineOf(byline, 'title');
    const name = lineOf(byline, 'name');
    const people: Byline[] = name ? [{ name }] : readBylines(lineOf(byline, 'by', 'byline'));
    return people.map((person) => (role && !person.role ? { ...person, role } : person));
  });
  const photographer = lineOf(fieldsOf(fields.get('photographer')), 'name');
  return uniqueBylines(listed.length === 0 && photographer ? [{ name: photographer }] : listed);
}

function editorialOf(fields: Fields, versionCreatedAt: string | undefined, body: readonly BodyElement[]) {
  const urgency = Math.round(Number(lineOf(fields, 'urgency') ?? Number.NaN));
  const where = fieldsOf(fields.get('datelinelocation'));
  const place = [lineOf(where, 'city'), lineOf(where, 'countryareaname', 'countryname')].filter(
    (part) => part !== undefined,
  );
  return {
    urgency: urgency >= 1 ? Math.min(urgency, 8) : undefined,
    genres: linesOf(fields, 'genre', 'genres'),
    keywords: linesOf(fields, 'keywords'),
    slugline: lineOf(fields, 'slugline'),
    editorialNote: noteOf(fields),
    creditLine: lineOf(fields, 'description_creditline', 'creditline'),
    copyright: lineOf(fields, 'copyrightnotice'),
    usageTerms: linesOf(fields, 'usageterms').join(' ') || undefined,
    dateline: datelineFrom(lineOf(fields, 'located') ?? (place.join(', ') || undefined), body),
    corrections: correctionsOf(fields, versionCreatedAt),
  };
}

/** AP marks a version as a correction. What was wrong stands in its note to editors: there is nothing for readers. */
function correctionsOf(fields: Fields, at: string | undefined): NewsItemInput['corrections'] {
  const isCorrection = linesOf(fields, 'editorialtypes').some((type) =>
    /^(correct(ion|ive)|clarification)$/i.test(type),
  );
  return isCorrection ? [{ ...(at && { at }) }] : undefined;
}
