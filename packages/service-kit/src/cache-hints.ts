import { maybeCacheControlFromInfo } from '@apollo/cache-control-types';
import type { GraphQLResolveInfo } from 'graphql';

/** Nobody keeps the answer that holds this field. What goes out over a subscription nobody keeps: there is no policy to narrow. */
export function keepNowhere(info: GraphQLResolveInfo): void {
  keepAtMost(info, 0);
}

/** The answer that holds this field is kept no longer than so many seconds, whatever its type allows. */
export function keepAtMost(info: GraphQLResolveInfo, seconds: number): void {
  maybeCacheControlFromInfo(info)?.cacheHint.restrict({ maxAge: seconds });
}

/** What the clock changes is not kept beyond that instant: a whole second before it, if need be. */
export function keepUntil(info: GraphQLResolveInfo, instant: Date, now: Date): void {
  keepAtMost(info, Math.max(0, Math.floor((instant.getTime() - now.getTime()) / 1000)));
}

/** The answer that holds this field is this viewer's alone. */
export function keepForViewerAlone(info: GraphQLResolveInfo): void {
  maybeCacheControlFromInfo(info)?.cacheHint.restrict({ scope: 'PRIVATE' });
}

/** Is the field's parent what a root field gave, itself and not in a list? Then the answer carries that field's cache tags. */
export function isBelowRootField({ path }: GraphQLResolveInfo): boolean {
  return path.prev?.typename === 'Query';
}
