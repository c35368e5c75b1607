import { expect, test } from 'vitest';
import { createReplayedAnswers } from './replayed-answers.ts';
import { tagOf } from './tagged-query.ts';

const request = (tag: string, more = '') => JSON.stringify({ query: `{ ticket${more} }`, variables: { tag } });

test('a request is answered once whatever its tag, and every answer has the tag of its request', async () => {
  let asked = 0;
  const { answer, executed } = createReplayedAnswers(async (body) => {
    asked++;
    return JSON.stringify({ data: { ticket: JSON.parse(body).variables.tag } });
  });
  for (const number of [1, 2, 77]) {
    const bytes = await answer(request(tagOf(number)), {});
    expect(JSON.parse(bytes.toString())).toEqual({ data: { ticket: tagOf(number) } });
  }
  expect(asked).toBe(1);
  await answer(request(tagOf(1), ' more'), {});
  expect(executed()).toBe(2);
});

test('an answer without a tag in it is the very same bytes each time', async () => {
  const { answer } = createReplayedAnswers(async () => '{"data":{"a":1}}');
  expect(await answer(request(tagOf(1)), {})).toBe(await answer(request(tagOf(2)), {}));
});

test('what failed is asked again, and not remembered', async () => {
  let asked = 0;
  const { answer } = createReplayedAnswers(async () => {
    if (asked++ === 0) throw new Error('the subgraph is not there yet');
    return '{"data":null}';
  });
  await expect(answer(request(tagOf(1)), {})).rejects.toThrow(/not there/);
  expect((await answer(request(tagOf(1)), {})).toString()).toBe('{"data":null}');
});
