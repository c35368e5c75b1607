/** The two types of a GraphQL answer. They differ in what the status says. */
export type GraphqlMediaType = 'application/json' | 'application/graphql-response+json';

const responseType = 'application/graphql-response+json';
const jsonType = 'application/json';

/**
 * Which type an Accept header wants (GraphQL over HTTP, section 6.1): plain JSON where it says nothing about either or
 * wants both alike; null when it takes neither.
 */
export function graphqlMediaType(accept: string | undefined): GraphqlMediaType | null {
  if (accept === undefined || accept === '' || accept === '*/*') return jsonType;
  const ranges = accept.split(',').map(readRange);
  const own = qualityOf(ranges, responseType, ['application/*', '*/*']);
  const plain = qualityOf(ranges, jsonType, ['application/*', '*/*']);
  if (own === 0 && plain === 0) return null;
  // Who names the newer type and wants it no less than the other can read it.
  const isNamed = ranges.some(({ type }) => type === responseType);
  return isNamed && own >= plain ? responseType : plain > 0 ? jsonType : responseType;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function readRange(range: string): Range {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The most exact range that covers the type says how much it is wanted. */
function qualityOf(ranges: readonly Range[], type: string, wider: readonly string[]): number {
  for (const name of [type, ...wider]) {
    const found = ranges.find((range) => range.type === name);
    if (found) return found.quality;
  }
  return 0;
}

/**
 * The status that an answer of this type carries. Plain JSON may come from anything on the way, so 400 in it would not say
 * that a GraphQL server has refused: such an answer is 200, and its errors say the rest (section 6.4.1).
 */
export function statusFor(mediaType: GraphqlMediaType, status: number): number {
  return mediaType === jsonType && status === 400 ? 200 : status;
}
