import type { FirstPublishedWording } from './wording.ts';

export const en: FirstPublishedWording = { label: 'First published', dateOrder: ['month', 'day', 'year'] };
