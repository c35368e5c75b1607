import type { Wording } from './wording.ts';

export const he: Wording = {
  firstPublished: 'פרסום ראשון:',
  withdrawn: 'הכתבה הוסרה',
  houseDate: ['month', 'day', 'year'],
};
