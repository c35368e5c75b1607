import { expect, test } from 'vitest';
import { readerCookieOptions, readerToken } from './reader-cookie.ts';

test('the token is found among other cookies', () => {
  expect(readerToken('a=1; dateline_reader=aa.bb.cc; b=2')).toBe('aa.bb.cc');
});

test.each([
  undefined,
  '',
  'dateline_reader=',
  'dateline_reader=not-a-token',
  'other_dateline_reader=aa.bb.cc',
  'dateline_reader=aa.bb.c c',
  'dateline_reader=aa.bb.cc\r\nx: y',
])('no token is read from %j', (header) => {
  expect(readerToken(header)).toBeUndefined();
});

test('a token of 4096 characters is read, and one of 4097 is not', () => {
  const token = (length: number) => `aa.bb.${'c'.repeat(length - 6)}`;
  expect(readerToken(`dateline_reader=${token(4096)}`)).toHaveLength(4096);
  expect(readerToken(`dateline_reader=${token(4097)}`)).toBeUndefined();
});

test('the cookie is kept from scripts and other sites, and is secure where the site is', () => {
  expect(readerCookieOptions('http://localhost:3000', 60)).toMatchObject({
    httpOnly: true,
    sameSite: 'lax',
    secure: false,
  });
  expect(readerCookieOptions('https://news.test', 60)).toMatchObject({ secure: true, maxAge: 60 });
});
