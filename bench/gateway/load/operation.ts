import { blankTag, tagOf } from '../workload/tagged-query.ts';

/** What is asked in a run, and what must be answered. */
export interface Operation {
  /** JSON; with the blank tag in it when every request has a tag of its own. */
  readonly body: string;
  readonly tagged: boolean;
  /** The answer to the body as it stands. */
  readonly expected: unknown;
}

let lastTagNumber = 0;

/** Numbers that no request of this bench has had, as many as a run may need. */
export function freshTagNumbers(): number {
  const first = lastTagNumber;
  lastTagNumber += 10_000_000;
  return first;
}

export function bodyWithTag({ body, tagged }: Operation, tagNumber: number): string {
  return tagged ? body.replaceAll(blankTag, tagOf(tagNumber)) : body;
}

/** The answer to such a body, as it would stand for the blank tag; a tag of another request stays in it. */
export function answerWithoutTag(answer: string, { tagged }: Operation, tagNumber: number): string {
  return tagged ? answer.replaceAll(tagOf(tagNumber), blankTag) : answer;
}
