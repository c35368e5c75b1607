import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { createLogger } from '@dateline/service-kit/logger';
import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { handleErrors } from './error-answer.ts';

describe('what a route answers when it fails', () => {
  const answerTo = async (error: Error) => {
    const http = fastify();
    handleErrors(http, createLogger('test', 'silent'));
    http.get('/', async () => {
      throw error;
    });
    return http.inject('/');
  };

  it('is 503 with a time to come back, when too much is being made', async () => {
    const answer = await answerTo(new CataloguedError('NOT_READY', { message: 'Later.' }));
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(answer.json()).toEqual({ error: { code: 'NOT_READY', message: 'Later.' } });
  });

  it('is 500 without a word of the inside', async () => {
    const answer = await answerTo(new Error('ENOENT /secret/path'));
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).not.toContain('secret');
    expect(answer.json().error.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('stays a client’s fault when it is one', async () => {
    const answer = await answerTo(Object.assign(new Error('secret'), { statusCode: 413 }));
    expect([answer.statusCode, answer.json().error.code]).toEqual([413, 'BAD_REQUEST']);
  });
});
