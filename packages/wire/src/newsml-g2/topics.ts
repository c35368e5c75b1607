import { attributeOf, childrenOf, type MarkupElement } from '../markup-tree.ts';
import { mediaTopicCode } from '../media-topic.ts';
import type { NewsItemInput } from '../news-item.ts';
import { type Catalog, codeOf, conceptOf } from './codes.ts';
import { nameOf } from './named.ts';

type Topic = NewsItemInput['topics'][number];

/** IPTC's nature of a concept (cpnat, cptype), as suppliers write its code. */
const kinds: readonly (readonly [RegExp, NonNullable<Topic['kind']>])[] = [
  [/^person$/i, 'PERSON'],
  [/^org/i, 'ORGANISATION'],
  [/^(geo|poi|place|city|country|statprov|location)/i, 'PLACE'],
  [/^event$/i, 'EVENT'],
];

/** What the content is about, each once. A concept with neither a name nor a Media Topics code says nothing to readers. */
export function subjectsOf(meta: MarkupElement | undefined, catalog: Catalog, language: string | undefined): Topic[] {
  const topics = childrenOf(meta, 'subject').flatMap((subject) => {
    const mediaTopic = mediaTopicOf(subject, catalog);
    const title = nameOf(subject, language) ?? mediaTopic?.replace(/^medtop:/, '');
    const type = codeOf(attributeOf(subject, 'type') ?? attributeOf(subject, 'typeuri')) ?? '';
    const kind = kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'SUBJECT';
    return title ? [{ title, kind, ...(mediaTopic && { mediaTopic }) }] : [];
  });
  const seen = new Set<string>();
  return topics.filter(({ title, mediaTopic }) => {
    const key = mediaTopic ?? title.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** Its own code, or that of the Media Topic that it is said to be the same as. */
function mediaTopicOf(subject: MarkupElement, catalog: Catalog): string | undefined {
  const concepts = [subject, ...childrenOf(subject, 'sameAs')].map((element) => conceptOf(element, catalog));
  return concepts.map((concept) => mediaTopicCode(concept)).find((code) => code !== undefined);
}
