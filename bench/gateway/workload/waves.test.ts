import { expect, test } from 'vitest';
import { recordingDelayMs, wavesOf } from './waves.ts';

const call = (subgraph: 'accounts' | 'reviews', startedAtMs: number) => ({ subgraph, body: '{}', startedAtMs });

test('calls that start together are one wave, those that had to wait for an answer are the next', () => {
  const first = [call('accounts', 3), call('reviews', 9)];
  const second = [call('reviews', 4 + recordingDelayMs), call('accounts', 12 + recordingDelayMs)];
  expect(wavesOf([...second, ...first])).toEqual([first, second]);
});

test('a request without calls has no waves', () => {
  expect(wavesOf([])).toEqual([]);
});
