import { hasSomethingToSee } from '../body/normalise.ts';
import type { Phase, TextFacts } from './phase.ts';

export const empty: Phase<TextFacts> = ({ text }) =>
  hasSomethingToSee(text) ? null : { code: 'EMPTY', message: 'Write something first.', field: 'body' };
