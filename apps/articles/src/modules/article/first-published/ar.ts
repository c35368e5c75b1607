import type { FirstPublishedWording } from './wording.ts';

export const ar: FirstPublishedWording = { label: 'نُشر لأول مرة', dateOrder: ['day', 'month', 'year'] };
