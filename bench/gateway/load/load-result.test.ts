import { expect, test } from 'vitest';
import { parseLoadResult } from './load-result.ts';

const line = '{"requests":10,"durationUs":1000,"bytes":5,"p50Us":1,"p99Us":2,"badStatus":0,"socketErrors":3}';

test('the result is found among what else the generator says', () => {
  const said = `Running 1s test @ http://127.0.0.1:1/\n  1 threads and 50 connections\n${line}\nTransfer/sec: 1\n`;
  expect(parseLoadResult(said)).toMatchObject({ requests: 10, socketErrors: 3 });
});

test('a generator that failed is quoted', () => {
  expect(() => parseLoadResult('unable to connect to 127.0.0.1:1 Connection refused')).toThrow(/Connection refused/);
});

test('a result with something missing is refused', () => {
  expect(() => parseLoadResult('{"requests":10}')).toThrow();
});
