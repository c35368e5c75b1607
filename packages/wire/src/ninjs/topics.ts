import { asLine, type Fields, fieldsOf, isObject, lineOf, linesOf, listOf } from '../loose-json.ts';
import { mediaTopicCode } from '../media-topic.ts';
import type { NewsItem } from '../news-item.ts';

export type Topic = NewsItem['topics'][number];

/** The properties of 1.x and, in the plural, of 2.x and later; with Superdesk's own, AP's, and what they are about. */
const kinds: readonly (readonly [string, NonNullable<Topic['kind']>])[] = [
  ['subject', 'SUBJECT'],
  ['subjects', 'SUBJECT'],
  ['service', 'SUBJECT'],
  ['person', 'PERSON'],
  ['people', 'PERSON'],
  ['organisation', 'ORGANISATION'],
  ['organisations', 'ORGANISATION'],
  ['organization', 'ORGANISATION'],
  ['company', 'ORGANISATION'],
  ['place', 'PLACE'],
  ['places', 'PLACE'],
  ['event', 'EVENT'],
  ['events', 'EVENT'],
];

/** What a story is about. A Media Topic without a name goes by its code; another code without a name says nothing. */
export function topicsOf(fields: Fields): Topic[] {
  const topics = kinds.flatMap(([property, kind]) =>
    listOf(fields, property).flatMap((value) => topicOf(value, kind) ?? []),
  );
  return uniqueTopics(topics);
}

function topicOf(value: unknown, kind: NonNullable<Topic['kind']>): Topic | undefined {
  const fields = fieldsOf(value);
  const scheme = lineOf(fields, 'scheme');
  const codes = [lineOf(fields, 'code'), lineOf(fields, 'qcode'), lineOf(fields, 'uri'), lineOf(fields, 'literal')];
  const mediaTopic = codes.map((code) => mediaTopicCode(code, scheme)).find((code) => code !== undefined);
  const title = (isObject(value) ? lineOf(fields, 'name', 'title') : asLine(value)) ?? mediaTopic;
  if (!title || !saysSomething(fields, title)) return undefined;
  return { title, kind, ...(mediaTopic && { mediaTopic }) };
}

/** AP adds the classes above each class, and its own one-letter desks: neither is what the story is about. */
function saysSomething(fields: Fields, title: string): boolean {
  const rels = linesOf(fields, 'rels').map((rel) => rel.toLowerCase());
  if (rels.length > 0 && rels.every((rel) => rel === 'ancestor')) return false;
  return !(rels.includes('category') && title === lineOf(fields, 'code'));
}

/** Each topic once; the one that has a code stands for the one that has none. */
export function uniqueTopics(topics: readonly Topic[]): Topic[] {
  const unique = new Map<string, Topic>();
  for (const topic of topics) {
    const key = `${topic.kind} ${topic.title.toLowerCase()}`;
    const known = unique.get(key);
    if (!known || (!known.mediaTopic && topic.mediaTopic)) unique.set(key, topic);
  }
  return [...unique.values()];
}
