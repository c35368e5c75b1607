import { Writable } from 'node:stream';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { CataloguedError } from './catalogued-error.ts';
import { createErrorFormatter } from './format-error.ts';
import { createLogger } from './logger.ts';

function formatter() {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { format: createErrorFormatter(createLogger('test', 'debug', destination)), lines };
}

describe('the one exit for errors', () => {
  it('lets a catalogued error out with its code and public message, and keeps its context for the log', () => {
    const { format, lines } = formatter();
    const error = new CataloguedError('SUBGRAPH_UNAVAILABLE', { context: { address: '10.0.0.7' } });
    const out = format({ message: error.message, path: ['a'], extensions: { ...error.extensions } }, error);
    expect(out).toEqual({
      message: 'A part of the answer is not available at the moment.',
      path: ['a'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
    });
    expect(lines.join()).toContain('10.0.0.7');
  });

  it('masks whatever it does not know, and logs it', () => {
    const { format, lines } = formatter();
    const thrown = new Error('password=hunter2 at postgres://admin@db');
    const wrapped = new GraphQLError(thrown.message, { originalError: thrown });
    const out = format(
      { message: thrown.message, path: ['a'], extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['secret'] } },
      wrapped,
    );
    expect(out).toEqual({
      message: 'Something went wrong on our side.',
      path: ['a'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(lines.join()).toContain('hunter2');
  });

  it('does not take an unknown code on trust, nor a known code on a foreign error', () => {
    const { format } = formatter();
    for (const code of ['SOME_DRIVER_CODE', 'BAD_USER_INPUT']) {
      const foreign = new Error('leak');
      const out = format(
        { message: 'leak', extensions: { code } },
        new GraphQLError('leak', { originalError: foreign, extensions: { code } }),
      );
      expect(out.message).not.toContain('leak');
    }
  });
});
