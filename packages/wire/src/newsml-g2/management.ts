import { cleanLine } from '../clean-text.ts';
import type { DraftPart } from '../draft-item.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import type { ParseOptions } from '../parsed-item.ts';
import { type ItemStatus, readPubStatus, stricterStatus } from '../pub-status.ts';
import { readDate } from '../wire-date.ts';
import { type Catalog, codeOf, conceptOf } from './codes.ts';

const types: Readonly<Record<string, NonNullable<DraftPart['type']>>> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  animated: 'video',
  video: 'video',
  audio: 'audio',
  composite: 'composite',
  package: 'composite',
};

/** What an item's itemMeta says of it: what it is, when it was made, whether it may be shown. */
export function managementOf(meta: MarkupElement | undefined, catalog: Catalog, options: ParseOptions): DraftPart {
  const dateOf = (name: string) => readDate(textOf(childOf(meta, name)), options);
  const versionCreatedAt = dateOf('versionCreated');
  const first = dateOf('firstCreated');
  const embargoedUntil = dateOf('embargoed');
  const itemClass = codeOf(conceptOf(childOf(meta, 'itemClass'), catalog))?.toLowerCase() ?? 'text';
  const note = editorialNoteOf(meta);
  return {
    type: Object.hasOwn(types, itemClass) ? types[itemClass] : 'composite',
    versionCreatedAt,
    firstPublishedAt: first,
    publishedAt: first,
    updatedAt: versionCreatedAt,
    embargoedUntil,
    ...statusOf(meta, catalog, embargoedUntil, note),
    editorialNote: note,
    corrections: correctionsOf(meta, catalog, versionCreatedAt),
  };
}

/** An <embargoed> without a date holds until the supplier says otherwise (NewsML-G2 guide, 'Embargo'); one that cannot be read too. */
function statusOf(
  meta: MarkupElement | undefined,
  catalog: Catalog,
  embargoedUntil: string | undefined,
  note: string | undefined,
): ItemStatus {
  const status = readPubStatus(conceptOf(childOf(meta, 'pubStatus'), catalog), embargoedUntil);
  const held: ItemStatus = { pubStatus: 'withheld', statusReason: 'embargoed until a date that is not given' };
  const isOpenEnded = childOf(meta, 'embargoed') !== undefined && embargoedUntil === undefined;
  const isKill = signalsOf(meta, catalog).some((signal) => /^(kill|cancel|retract|withdraw)/.test(signal));
  const embargoed = isOpenEnded ? stricterStatus(status, held) : status;
  const strict = isKill ? stricterStatus(embargoed, { pubStatus: 'canceled' }) : embargoed;
  return strict.pubStatus === 'usable' || strict.statusReason || !note ? strict : { ...strict, statusReason: note };
}

function signalsOf(meta: MarkupElement | undefined, catalog: Catalog): string[] {
  return childrenOf(meta, 'signal').map((signal) => codeOf(conceptOf(signal, catalog))?.toLowerCase() ?? '');
}

function editorialNoteOf(meta: MarkupElement | undefined): string | undefined {
  return cleanLine(
    childrenOf(meta, 'edNote')
      .map((note) => textOf(note) ?? '')
      .join(' '),
  );
}

/**
 * A version with the signal 'correction' corrects. What it corrects stands, if anywhere, in edNote, and that is for editors
 * (NewsML-G2 means 'edNote' for those who receive the item): there is nothing for readers.
 */
function correctionsOf(
  meta: MarkupElement | undefined,
  catalog: Catalog,
  at: string | undefined,
): DraftPart['corrections'] {
  if (!signalsOf(meta, catalog).some((signal) => /^corr/.test(signal))) return undefined;
  return [{ ...(at && { at }) }];
}

/** The supplier: its code, which no translation changes, or its name, or the host of its address. */
export function providerOf(meta: MarkupElement | undefined, name: string | undefined): string | undefined {
  const provider = childOf(meta, 'provider');
  const qcode = attributeOf(provider, 'qcode');
  return (
    codeOf(qcode) ??
    cleanLine(attributeOf(provider, 'literal')) ??
    name ??
    URL.parse(attributeOf(provider, 'uri') ?? '')?.hostname.replace(/^www\./, '')
  );
}
