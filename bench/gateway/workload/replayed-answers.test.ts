import { expect, test } from 'vitest';
import { createReplayedAnswers } from './replayed-answers.ts';
import { tagOf } from './tagged-query.ts';

const request = (tag: string, more = '') => JSON.stringify({ query: `{ ticket${more} }`, variables: { tag } });

test('a request is answered once whatever its tag, and every answer has the tag of its request', async () => {
  let asked = 0;
  const { answer, executed } = createReplayedAnswers(async (body) => {
    asked++;
    return { body: JSON.stringify({ data: { ticket: JSON.parse(body).variables.tag } }) };
  });
  for (const number of [1, 2, 77]) {
    const { body } = await answer(request(tagOf(number)), {});
    expect(JSON.parse(body.toString())).toEqual({ data: { ticket: tagOf(number) } });
  }
  expect(asked).toBe(1);
  await answer(request(tagOf(1), ' more'), {});
  expect(executed()).toBe(2);
});

test('an answer without a tag in it is the very same bytes each time, and may be kept as long as it said', async () => {
  const { answer } = createReplayedAnswers(async () => ({ body: '{"data":{"a":1}}', cacheControl: 'max-age=5' }));
  const first = await answer(request(tagOf(1)), {});
  const second = await answer(request(tagOf(2)), {});
  expect(second.body).toBe(first.body);
  expect(second.cacheControl).toBe('max-age=5');
});

test('what failed is asked again, and not remembered', async () => {
  let asked = 0;
  const { answer } = createReplayedAnswers(async () => {
    if (asked++ === 0) throw new Error('the subgraph is not there yet');
    return { body: '{"data":null}' };
  });
  await expect(answer(request(tagOf(1)), {})).rejects.toThrow(/not there/);
  expect((await answer(request(tagOf(1)), {})).body.toString()).toBe('{"data":null}');
});
