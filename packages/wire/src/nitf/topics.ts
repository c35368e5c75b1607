import { cleanLine } from '../clean-text.ts';
import { attributeOf, childOf, childrenOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { mediaTopicCode } from '../media-topic.ts';
import type { NewsItemInput } from '../news-item.ts';

type Topic = NewsItemInput['topics'][number];

const kinds: Readonly<Record<string, NonNullable<Topic['kind']>>> = {
  person: 'PERSON',
  org: 'ORGANISATION',
  location: 'PLACE',
  event: 'EVENT',
  evloc: 'PLACE',
  'object.title': 'SUBJECT',
  classifier: 'SUBJECT',
};

/** What a document is about: its subjects (tobject), and the persons, places and the like of identified-content. */
export function nitfTopics(head: MarkupElement | undefined): Topic[] {
  const subjects = childrenOf(childOf(head, 'tobject'), 'tobject.subject').flatMap(subjectOf);
  const identified = childrenOf(childOf(head, 'docdata', 'identified-content')).flatMap(identifiedOf);
  const seen = new Set<string>();
  return [...subjects, ...identified].filter(
    ({ title }) => !seen.has(title.toLowerCase()) && seen.add(title.toLowerCase()),
  );
}

/** The narrowest of its three levels: detail, matter, type. */
function subjectOf(subject: MarkupElement): Topic[] {
  const levels = ['detail', 'matter', 'type'].map((level) =>
    cleanLine(attributeOf(subject, `tobject.subject.${level}`)),
  );
  const title = levels.find((level) => level !== undefined);
  const mediaTopic = mediaTopicCode(
    attributeOf(subject, 'tobject.subject.refnum'),
    attributeOf(subject, 'tobject.subject.ipr'),
  );
  return title ? [{ title, kind: 'SUBJECT', ...(mediaTopic && { mediaTopic }) }] : [];
}

function identifiedOf(element: MarkupElement): Topic[] {
  const kind = Object.hasOwn(kinds, element.name) ? kinds[element.name] : undefined;
  const title = cleanLine(attributeOf(element, 'value') ?? textOf(element));
  if (!kind || !title) return [];
  const mediaTopic = mediaTopicCode(attributeOf(element, 'idsrc') ? attributeOf(element, 'value') : undefined);
  return [{ title, kind, ...(mediaTopic && { mediaTopic }) }];
}
