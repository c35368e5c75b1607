import type { FirstPublishedWording } from './wording.ts';

/** Month first, as the page that Dateline comes from prints it. */
export const he: FirstPublishedWording = { label: 'פרסום ראשון', dateOrder: ['month', 'day', 'year'] };
