import { lengthOf } from '../body/normalise.ts';
import type { Phase, TextFacts } from './phase.ts';

/** In code points, of the text as it is kept. */
export const maxTextLength = 5000;

export const tooLong: Phase<TextFacts> = ({ text }) =>
  lengthOf(text) <= maxTextLength
    ? null
    : { code: 'TOO_LONG', message: `At most ${maxTextLength} characters.`, field: 'body' };
