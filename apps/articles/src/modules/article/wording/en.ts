import type { Wording } from './wording.ts';

export const en: Wording = {
  firstPublished: 'First published:',
  withdrawn: 'This article has been withdrawn',
  houseDate: ['month', 'day', 'year'],
};
