import type { NewsItemInput } from './news-item.ts';

/** An item without the properties that are undefined: `exactOptionalPropertyTypes` tells them from missing ones. */
export function written(item: { readonly [K in keyof NewsItemInput]: NewsItemInput[K] | undefined }): NewsItemInput {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as NewsItemInput;
}

/** A list that says something; undefined in place of an empty one. */
export function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
