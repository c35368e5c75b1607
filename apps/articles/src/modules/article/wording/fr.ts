import type { Wording } from './wording.ts';

export const fr: Wording = { firstPublished: 'Première publication\u00a0:', withdrawn: 'Cet article a été retiré' };
