import type { IncrementalFormat, PartText } from './incremental-format.ts';

/** What a client is told of the format, in the answer's type. */
const parameters: Readonly<Record<IncrementalFormat, string>> = {
  '20220824': 'deferSpec=20220824',
  'v0.2': 'incrementalSpec=v0.2',
};

/** The type of an answer in parts. The boundary is the one that all clients know. */
export const multipartType = (format: IncrementalFormat): string =>
  `multipart/mixed; boundary="-"; ${parameters[format]}`;

const partHead = 'content-type: application/json; charset=utf-8\r\n\r\n';

/**
 * JSON texts as the body of a multipart/mixed answer. A part is followed by its boundary at once, so that it can be read
 * before the next one is there.
 *
 * @see https://github.com/graphql/graphql-over-http/blob/main/rfcs/IncrementalDelivery.md
 */
export async function* asMultipart(texts: AsyncIterable<PartText>): AsyncGenerator<string, void, undefined> {
  let before = '\r\n---\r\n';
  for await (const { json, isLast } of texts) {
    yield `${before}${partHead}${json}\r\n---${isLast ? '--' : ''}\r\n`;
    before = '';
  }
}
