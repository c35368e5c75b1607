import type { IncomingHttpHeaders } from 'node:http';
import { blankTag, withoutTag } from './tagged-query.ts';

export interface SubgraphAnswer<Body> {
  readonly body: Body;
  /** The header, when there is one. */
  readonly cacheControl?: string | undefined;
}

/** Answers a request for the first time. */
export type AnswerOnce = (body: string, headers: IncomingHttpHeaders) => Promise<SubgraphAnswer<string>>;

interface Remembered {
  readonly text: string;
  readonly bytes: Buffer;
  /** The tag is given back, so the text differs from request to request. */
  readonly echoesTag: boolean;
  readonly cacheControl: string | undefined;
}

/** Far more than the plans of all gateways together ask. */
const maxRemembered = 1_000;

/**
 * A subgraph that answers a request once and from then on from memory, whatever its tag: so the gateway's work is
 * measured and not the subgraph's.
 */
export function createReplayedAnswers(answerOnce: AnswerOnce) {
  const remembered = new Map<string, Remembered>();
  let executed = 0;

  async function answerFor(body: string, headers: IncomingHttpHeaders): Promise<Remembered> {
    const known = remembered.get(body);
    if (known) return known;
    executed++;
    const { body: text, cacheControl } = await answerOnce(body, headers);
    const answer = { text, bytes: Buffer.from(text), echoesTag: text.includes(blankTag), cacheControl };
    if (remembered.size < maxRemembered) remembered.set(body, answer);
    return answer;
  }

  return {
    executed: () => executed,
    async answer(body: string, headers: IncomingHttpHeaders): Promise<SubgraphAnswer<Buffer>> {
      const blank = withoutTag(body);
      const answer = await answerFor(blank.body, headers);
      const { text, bytes, echoesTag, cacheControl } = answer;
      const isEcho = echoesTag && blank.tag !== null;
      return { body: isEcho ? Buffer.from(text.replaceAll(blankTag, blank.tag)) : bytes, cacheControl };
    },
  };
}
