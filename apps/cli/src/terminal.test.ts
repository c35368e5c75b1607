import { expect, it } from 'vitest';
import { isolated, printable } from './terminal.ts';

it('takes from a line what steers a terminal or turns its direction', () => {
  expect(printable('a\u001b[2Jb\u0007\r\nc\u2028d\ud800')).toBe('a [2Jb   c d ');
  expect(printable('safe\u202egpj.exe\u202c \u2066x\u2069')).toBe('safegpj.exe x\u2069');
});

it('keeps a headline from right to left where it stands, and leaves others as they are', () => {
  expect(isolated('Harbour opens')).toBe('Harbour opens');
  expect(isolated('\u2069\u2068נמל נפתח')).toBe('\u2068נמל נפתח\u2069');
});
