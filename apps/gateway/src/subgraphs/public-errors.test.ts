import { expect, it } from 'vitest';
import { publicErrors } from './public-errors.ts';

const path = ['searchArticles'];

it.each(['BAD_USER_INPUT', 'FORBIDDEN', 'TOO_COSTLY'])('hands on what a subgraph says to the client: %s', (code) => {
  const error = { message: 'Ask for rarer words.', path, extensions: { code, field: ['text'], stack: 'at x' } };
  expect(publicErrors([error], 'articles')).toEqual([
    { message: 'Ask for rarer words.', path, extensions: { code, field: ['text'], subgraph: 'articles' } },
  ]);
});

it.each(['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'toString', undefined])(
  'masks what a subgraph says to us: %s',
  (code) => {
    const [masked] = publicErrors([{ message: 'hunter2', path, extensions: { code } }], 'articles');
    expect(masked).toMatchObject({ path, extensions: { code: 'SUBGRAPH_ERROR', subgraph: 'articles' } });
    expect(masked?.message).not.toContain('hunter2');
  },
);
