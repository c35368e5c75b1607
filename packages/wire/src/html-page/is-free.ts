import { asText, type LinkedNode, valuesOf } from './json-ld.ts';
import type { PageData } from './page-data.ts';

/**
 * schema.org 'isAccessibleForFree': a boolean, or what people write for one ("False", schema.org's own True and False). Of
 * several the one that shows less wins.
 */
export function pageIsFree(article: LinkedNode | undefined, data: PageData): boolean | undefined {
  const written = article ? valuesOf(article, 'isAccessibleForFree') : [data.itemprop('isAccessibleForFree')];
  const said = written.map(booleanOf).filter((value) => value !== undefined);
  return said.length > 0 ? said.every(Boolean) : undefined;
}

function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = /^(?:https?:\/\/schema\.org\/)?(true|false)$/i.exec(asText(value) ?? '')?.[1];
  return word === undefined ? undefined : word.toLowerCase() === 'true';
}
