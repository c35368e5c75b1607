import { request as startRequest } from 'node:http';
import { meros } from 'meros/node';

export const accepts = {
  '20220824': 'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9',
  'v0.2': 'multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9',
} as const;

export interface PartsOfAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The next part as soon as it is there; null when there are no more. Read by a parser that is not ours. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read deep into answers whose shape each of them knows
  next(): Promise<any>;
  /** All parts from here on, as texts. */
  rest(): Promise<string[]>;
  /** Goes away. */
  leave(): void;
}

/** POSTs an operation, and reads its answer part by part. One that has no parts is one. */
export async function askInParts(
  origin: string,
  body: object,
  accept: string = accepts['v0.2'],
): Promise<PartsOfAnswer> {
  const request = startRequest(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'accept-encoding': 'gzip, br' },
  });
  request.on('error', () => undefined);
  request.end(JSON.stringify(body));
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  response.on('error', () => undefined);
  const parts = await meros<object>(response);
  const iterator = Symbol.asyncIterator in parts && !('statusCode' in parts) ? parts[Symbol.asyncIterator]() : null;
  let isRead = false;
  const next = async () => {
    if (!iterator) {
      if (isRead) return null;
      isRead = true;
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return JSON.parse(Buffer.concat(chunks).toString());
    }
    const { value, done } = await iterator.next();
    if (done) return null;
    if (!value.json) throw new Error(`A part that is no JSON: ${value.body}`);
    return value.body;
  };
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    next,
    async rest() {
      const texts: string[] = [];
      for (let part = await next(); part !== null; part = await next()) texts.push(JSON.stringify(part));
      return texts;
    },
    leave: () => void request.destroy(),
  };
}
