import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { answerWithoutTag, bodyWithTag, freshTagNumbers, type Operation } from './operation.ts';

export interface CheckOptions {
  readonly url: string;
  readonly operation: Operation;
  readonly connections: number;
  readonly seconds: number;
  /** Goes on for longer until so many are compared. */
  readonly minAnswers: number;
}

export interface CheckedAnswers {
  readonly checked: number;
  readonly wrong: number;
  /** What was wrong with the first of them. */
  readonly firstFault: string | null;
  /** Of one answer's body. */
  readonly bytes: number;
}

/** A gateway that hangs is as bad as one that falls. */
const timeoutMs = 15_000;

/**
 * Asks over and over on as many connections as the run that follows, and compares every answer with the expected one: a
 * warm-up that would notice answers which are wrong only under load. Texts seen before are not parsed again.
 */
export async function checkAnswers({
  url,
  operation,
  connections,
  seconds,
  minAnswers,
}: CheckOptions): Promise<CheckedAnswers> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
  const rightTexts = new Set<string>();
  const end = performance.now() + seconds * 1_000;
  let tagNumber = freshTagNumbers();
  let checked = 0;
  let wrong = 0;
  let bytes = 0;
  let firstFault: string | null = null;

  async function askOnce(): Promise<void> {
    const number = ++tagNumber;
    const reply = await pool.request({
      method: 'POST',
      path: pathname,
      headers: { 'content-type': 'application/json' },
      body: bodyWithTag(operation, number),
    });
    const text = await reply.body.text();
    checked++;
    bytes = Buffer.byteLength(text);
    const blank = answerWithoutTag(text, operation, number);
    if (reply.statusCode === 200 && (rightTexts.has(blank) || isDeepStrictEqual(parse(blank), operation.expected))) {
      rightTexts.add(blank);
      return;
    }
    wrong++;
    firstFault ??= `status ${reply.statusCode}: ${faultIn(text, operation.expected)}`;
  }

  async function askInTurn(): Promise<void> {
    do await askOnce();
    while (performance.now() < end || checked < minAnswers);
  }

  try {
    await Promise.all(Array.from({ length: connections }, askInTurn));
  } catch (error) {
    firstFault ??= error instanceof Error ? error.message : String(error);
    wrong++;
  } finally {
    await pool.destroy();
  }
  return { checked, wrong, firstFault, bytes };
}

/** Gateways may add extensions; what is compared is what GraphQL promises. */
function parse(text: string): unknown {
  try {
    const { extensions: _, ...answer } = JSON.parse(text) as Record<string, unknown>;
    return answer;
  } catch {
    return undefined;
  }
}

function faultIn(text: string, expected: unknown): string {
  const right = JSON.stringify(expected);
  const at = [...text].findIndex((character, index) => character !== right[index]);
  return `differs at ${at} of ${text.length}: ${text.slice(Math.max(0, at - 40), at + 160)}`;
}
