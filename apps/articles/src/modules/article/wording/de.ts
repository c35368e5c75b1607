import type { Wording } from './wording.ts';

export const de: Wording = {
  firstPublished: 'Erstmals veröffentlicht:',
  withdrawn: 'Dieser Artikel wurde zurückgezogen',
};
