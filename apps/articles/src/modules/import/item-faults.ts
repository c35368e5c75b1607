import type { ImportArticleInput } from '../../__generated__/resolver-types.ts';
import type { Fault } from '../article/rules.ts';

/** What an index can hold of a name, together with its supplier. */
const maxSourceBytes = 200;
const maxSourceIdBytes = 1_000;
const maxReferenceBytes = 2_000;
const maxTitleCharacters = 200;
const maxTopics = 100;
const maxBylines = 100;
const maxCorrections = 100;
/** More than an editor may write: a supplier's words are taken whole or not at all. */
const maxNoteCharacters = 5_000;

/** What is wrong with the names by which an item is known. */
export function keyFaults({ source, sourceId, translationOfSourceId }: ImportArticleInput): Fault[] {
  return [
    ...nameFaults('source', source, maxSourceBytes),
    ...nameFaults('sourceId', sourceId, maxSourceIdBytes),
    ...(translationOfSourceId == null
      ? []
      : nameFaults('translationOfSourceId', translationOfSourceId, maxSourceIdBytes)),
  ];
}

export function versionFaults({ version }: ImportArticleInput): Fault[] {
  if (version == null || /^\d{1,18}$/.test(version)) return [];
  return [fault(['version'], 'NOT_A_VERSION', 'A version is a number of at most 18 digits.')];
}

export function topicFaults({ topics, bylines }: ImportArticleInput): Fault[] {
  if (bylines.length > maxBylines) return [fault(['bylines'], 'TOO_MANY', `At most ${maxBylines} bylines.`)];
  if (topics.length > maxTopics) return [fault(['topics'], 'TOO_MANY', `At most ${maxTopics} topics.`)];
  return topics.flatMap(({ title, mediaTopic }, index) => {
    const at = ['topics', String(index)];
    const faults: Fault[] = [];
    if (title.trim() === '') faults.push(fault([...at, 'title'], 'EMPTY', 'A topic needs a title.'));
    if (title.length > maxTitleCharacters) {
      faults.push(fault([...at, 'title'], 'TOO_LONG', `At most ${maxTitleCharacters} characters.`));
    }
    if (mediaTopic != null && !/^medtop:\d{8}$/.test(mediaTopic)) {
      faults.push(fault([...at, 'mediaTopic'], 'NOT_A_CODE', 'A code of IPTC Media Topics is medtop: and 8 digits.'));
    }
    return faults;
  });
}

export function correctionFaults({ corrections }: ImportArticleInput): Fault[] {
  if (corrections.length > maxCorrections) {
    return [fault(['corrections'], 'TOO_MANY', `At most ${maxCorrections} corrections.`)];
  }
  return corrections.flatMap(({ note }, index) => {
    const at = ['corrections', String(index), 'note'];
    if (note.trim() === '') return [fault(at, 'EMPTY', 'Readers are told what was wrong: say it.')];
    if ([...note].length <= maxNoteCharacters) return [];
    return [fault(at, 'TOO_LONG', `At most ${maxNoteCharacters} characters.`)];
  });
}

/** `references` are pictures by their figures' ids. */
export function referenceFaults(references: ReadonlyMap<string, string>): Fault[] {
  const isHeld = (reference: string) => reference !== '' && Buffer.byteLength(reference) <= maxReferenceBytes;
  if ([...references.values()].every(isHeld)) return [];
  return [fault(['body'], 'NOT_A_REFERENCE', `A pictureReference is a text of at most ${maxReferenceBytes} bytes.`)];
}

/** What the database does not know. */
export function unknownFault(field: string, message: string): Fault {
  return fault([field], 'UNKNOWN', message);
}

function nameFaults(field: string, name: string, maxBytes: number): Fault[] {
  if (name.trim() === '') return [fault([field], 'EMPTY', `An item needs its ${field}.`)];
  if (Buffer.byteLength(name) > maxBytes) return [fault([field], 'TOO_LONG', `At most ${maxBytes} bytes.`)];
  return [];
}

function fault(path: readonly string[], code: string, message: string): Fault {
  return { code, message, path: ['input', ...path] };
}
