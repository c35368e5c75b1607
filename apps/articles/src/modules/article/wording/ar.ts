import type { Wording } from './wording.ts';

export const ar: Wording = { firstPublished: 'نُشر لأول مرة:', withdrawn: 'تم سحب هذا المقال' };
