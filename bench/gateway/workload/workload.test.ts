import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBenchmarkSample, sampleFolder } from './benchmark-sample.ts';
import { answerOfOneService } from './expected-answer.ts';
import { blankTag, taggedQuery, tagOf, withoutTag } from './tagged-query.ts';

const here = existsSync(sampleFolder);
if (!here) process.stdout.write('Skipped: the samples of the public gateway benchmark are not beside this clone.\n');

describe.skipIf(!here)('the public workload', () => {
  test('answers as many bytes as it does elsewhere: 87,328 with the line break that Apollo Server writes at the end', () => {
    const sample = readBenchmarkSample();
    expect(`${JSON.stringify(answerOfOneService(sample, sample.query))}\n`).toHaveLength(87_328);
  });

  test('is the same with a tag, but for the ticket that proves whose answer it is', () => {
    const sample = readBenchmarkSample();
    const tag = tagOf(7);
    const { data } = answerOfOneService(sample, taggedQuery(sample.query), { tag }) as { data: object };
    expect(data).toEqual({ ticket: tag, ...(answerOfOneService(sample, sample.query) as { data: object }).data });
  });
});

test('a tag is taken out of a request wherever it stands', () => {
  const body = JSON.stringify({ query: 'a', variables: { tag: tagOf(12), again: tagOf(12) } });
  const { body: blank, tag } = withoutTag(body);
  expect(tag).toBe(tagOf(12));
  expect(blank).toBe(body.replaceAll(tagOf(12), blankTag));
  expect(blank).toHaveLength(body.length);
});

test('a request without a tag stays as it is', () => {
  expect(withoutTag('{"query":"{ users }"}')).toEqual({ body: '{"query":"{ users }"}', tag: null });
});
