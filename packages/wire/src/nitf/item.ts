import { cleanLine } from '../clean-text.ts';
import type { DraftPart } from '../draft-item.ts';
import { itemFromDraft } from '../draft-item.ts';
import { languageOf } from '../language.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import type { ParsedItem, ParseOptions } from '../parsed-item.ts';
import { type ItemStatus, readPubStatus, stricterStatus } from '../pub-status.ts';
import { readDate } from '../wire-date.ts';
import { nitfStory } from './story.ts';
import { nitfTopics } from './topics.ts';

/**
 * A <nitf> as an item. Its id is the doc-id, or the key of its du-key; its version is that of the du-key. NITF has no date of
 * a version: date.issue, the time at which this document was issued, stands for it.
 */
export function nitfItem(place: string, nitf: MarkupElement, options: ParseOptions): ParsedItem {
  const head = childOf(nitf, 'head');
  const data = childOf(head, 'docdata');
  const story = nitfStory(nitf, options.url);
  const docId = childOf(data, 'doc-id');
  const useKey = childOf(data, 'du-key');
  const dates = datesOf(data, options);
  const publication = childOf(head, 'pubdata');
  const statusOfItem = statusOf(data, dates.embargoedUntil);
  return itemFromDraft(place, {
    ...story,
    source: options.source ?? sourceOf(nitf) ?? 'nitf',
    sourceId: attributeOf(docId, 'id-string') ?? attributeOf(useKey, 'key'),
    format: 'nitf',
    version: /^\d{1,18}$/.exec(attributeOf(useKey, 'version') ?? '')?.[0],
    ...dates,
    ...statusOfItem,
    language: languageOf(story.language, options.language),
    timeZone: options.timeZone,
    ...editorialOf(data, story.editorialNote),
    genres: genresOf(head),
    topics: nitfTopics(head),
    slugline: slugOf(head),
    corrections: correctionsOf(data, dates.versionCreatedAt),
    creditLine: story.creditLine ?? cleanLine(attributeOf(publication, 'name')),
    copyright: copyrightOf(data),
    usageTerms: story.usageTerms ?? linesOf(childrenOf(data, 'doc.rights'), 'text'),
  });
}

function sourceOf(nitf: MarkupElement): string | undefined {
  const data = childOf(nitf, 'head', 'docdata');
  return (
    cleanLine(attributeOf(childOf(data, 'doc-id'), 'regsrc')) ??
    cleanLine(attributeOf(childOf(data, 'doc.copyright'), 'holder')) ??
    cleanLine(textOf(childOf(nitf, 'body', 'body.head', 'distributor')))
  );
}

/**
 * A release that comes after the issue is an embargo, and so is any of a document that says it is embargoed; without a
 * time of issue a release cannot be told from one.
 */
function datesOf(data: MarkupElement | undefined, options: ParseOptions) {
  const dateOf = (name: string) =>
    readDate(attributeOf(childOf(data, name), 'norm') ?? textOf(childOf(data, name)), options);
  const issued = dateOf('date.issue');
  const released = dateOf('date.release');
  const isLater = released !== undefined && (issued === undefined || Date.parse(released) > Date.parse(issued));
  const isEmbargoed = managementStatus(data) === 'embargoed';
  return {
    versionCreatedAt: issued,
    publishedAt: released ?? issued,
    updatedAt: issued,
    embargoedUntil: isLater || isEmbargoed ? released : undefined,
  };
}

function managementStatus(data: MarkupElement | undefined): string | undefined {
  return attributeOf(data, 'management-status')?.toLowerCase();
}

/** By management-status, and by a message to editors of the type 'kill'. */
function statusOf(data: MarkupElement | undefined, embargoedUntil: string | undefined): ItemStatus {
  const messages = childrenOf(data, 'ed-msg');
  const kill = messages.find((message) =>
    /^(mandatory[-\s]?)?(kill|cancel|canceled|withdraw)$/i.test(attributeOf(message, 'msg-type') ?? ''),
  );
  const status = readPubStatus(managementStatus(data), embargoedUntil);
  const strict = stricterStatus(status, { pubStatus: kill ? 'canceled' : 'usable' });
  const why = cleanLine(attributeOf(kill ?? messages[0], 'info'));
  return strict.pubStatus === 'usable' || strict.statusReason || !why ? strict : { ...strict, statusReason: why };
}

function editorialOf(data: MarkupElement | undefined, note: string | undefined): DraftPart {
  const urgency = Number(attributeOf(childOf(data, 'urgency'), 'ed-urg') ?? Number.NaN);
  const expires = attributeOf(childOf(data, 'date.expire'), 'norm');
  const messages = linesOf(childrenOf(data, 'ed-msg'), 'info');
  const corrected = linesOf(childrenOf(data, 'correction'), 'info');
  return {
    urgency: Number.isInteger(urgency) && urgency >= 1 && urgency <= 8 ? urgency : undefined,
    keywords: childrenOf(childOf(data, 'key-list'), 'keyword').flatMap(
      (word) => cleanLine(attributeOf(word, 'key') ?? textOf(word)) ?? [],
    ),
    editorialNote: cleanLine(
      [messages, note, corrected, expires && `Expires: ${expires}`].filter((line) => line !== undefined).join(' '),
    ),
  };
}

function slugOf(head: MarkupElement | undefined): string | undefined {
  const slug = childrenOf(head, 'meta').find((meta) =>
    /^(.*[-_.])?slug(line)?$/i.test(attributeOf(meta, 'name') ?? ''),
  );
  const scope = childOf(head, 'docdata', 'fixture');
  return cleanLine(
    attributeOf(slug, 'content') ??
      attributeOf(childOf(head, 'docdata', 'du-key'), 'key') ??
      attributeOf(scope, 'fix-id'),
  );
}

function genresOf(head: MarkupElement | undefined): string[] {
  const properties = childrenOf(childOf(head, 'tobject'), 'tobject.property');
  return properties.flatMap((property) => cleanLine(attributeOf(property, 'tobject.property.type')) ?? []);
}

/**
 * That this document corrects an earlier one. Its `info` holds a message or an instruction (NITF 3.6, correction): who
 * sends it may mean editors, so it is kept for them and never shown to readers.
 */
function correctionsOf(data: MarkupElement | undefined, at: string | undefined): DraftPart['corrections'] {
  return childrenOf(data, 'correction').length > 0 ? [{ ...(at && { at }) }] : undefined;
}

function copyrightOf(data: MarkupElement | undefined): string | undefined {
  const copyright = childOf(data, 'doc.copyright');
  return cleanLine([attributeOf(copyright, 'year'), attributeOf(copyright, 'holder')].filter(Boolean).join(' '));
}

function linesOf(elements: readonly MarkupElement[], attribute: string): string | undefined {
  return cleanLine(elements.map((element) => attributeOf(element, attribute) ?? textOf(element) ?? '').join(' '));
}
