/** The number in a tag has always as many digits, so that every request and answer is as long as its neighbours. */
const digits = 10;
const anyTag = /tag-\d{10}/g;

/** The tag that stands for all tags where answers are remembered. */
export const blankTag = tagOf(0);

export function tagOf(number: number): string {
  return `tag-${String(number).padStart(digits, '0')}`;
}

/** A request with its tag replaced by the blank one, and the tag; null when there was none. */
export function withoutTag(body: string): { readonly body: string; readonly tag: string | null } {
  const tag = body.match(anyTag)?.[0];
  return tag === undefined ? { body, tag: null } : { body: body.replaceAll(tag, blankTag), tag };
}

/** The public benchmark's operation with a variable that reaches every call to every subgraph. */
export function taggedQuery(query: string): string {
  return query
    .replace(/query \w+ \{/, 'query TaggedQuery($tag: String!) {\n      ticket(tag: $tag)')
    .replace(/\b(users|topProducts|reviews) \{/g, '$1(tag: $tag) {')
    .replace(/^(\s*)(name|inStock)$/gm, '$1$2(tag: $tag)');
}
