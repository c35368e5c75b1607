import type { AnswerInParts } from '../engine/incremental/answer-parts.ts';
import type { RequestObserver } from './request-observer.ts';

/** Tells who follows a request of the errors in an answer's parts, as they are given; and that none of it is kept. */
export function followParts(answer: AnswerInParts, observer: RequestObserver): AnswerInParts {
  observer.kept({ outcome: 'BYPASS', entry: null, ageSeconds: 0, notKept: 'IN_PARTS' });
  observer.completed(answer.first.errors);
  return { ...answer, next: followed(answer.next, observer) };
}

async function* followed(next: AnswerInParts['next'], observer: RequestObserver): AnswerInParts['next'] {
  for await (const given of next) {
    observer.completed(given.parts.flatMap(({ errors }) => errors));
    yield given;
  }
}
