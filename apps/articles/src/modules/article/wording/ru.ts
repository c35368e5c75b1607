import type { Wording } from './wording.ts';

export const ru: Wording = { firstPublished: 'Впервые опубликовано:', withdrawn: 'Эта статья отозвана' };
