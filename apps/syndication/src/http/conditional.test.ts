import { describe, expect, it } from 'vitest';
import { etagOf, isNotModified } from './conditional.ts';

const validators = { etag: etagOf('body'), lastModified: new Date('2026-01-01T00:00:00.900Z') };

describe('a conditional request', () => {
  it.each([
    [{ 'if-none-match': etagOf('body') }, true],
    [{ 'if-none-match': `"other", W/${etagOf('body')}` }, true],
    [{ 'if-none-match': '*' }, true],
    [{ 'if-none-match': etagOf('another body') }, false],
    [{ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' }, true],
    [{ 'if-modified-since': 'Wed, 31 Dec 2025 23:59:59 GMT' }, false],
    [{ 'if-modified-since': 'yesterday' }, false],
    [{}, false],
  ])('with %j is answered by 304: %s', (headers, notModified) => {
    expect(isNotModified(headers, validators)).toBe(notModified);
  });

  it('is decided by the ETag alone when it names one', () => {
    const headers = { 'if-none-match': '"old"', 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' };
    expect(isNotModified(headers, validators)).toBe(false);
  });
});
