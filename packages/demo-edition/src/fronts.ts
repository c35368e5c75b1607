import { demoId } from './ids.ts';
import type { DemoFront, DemoLanguage } from './types.ts';

type ContainerDraft = Omit<DemoFront['containers'][number], 'id'>;
type FrontDraft = readonly [slug: string, title: string, containers: readonly ContainerDraft[]];

/** Of each language a front: what editors put on top, the urgent, then section by section. */
const drafts: Readonly<Record<DemoLanguage, FrontDraft>> = {
  en: [
    'home',
    'The front page',
    [
      {
        title: 'Top stories',
        display: 'lead',
        fill: { languages: ['en'], maxUrgency: 3 },
        pinnedSlugs: ['merrow-strait-ferries-sail-again', 'assembly-passes-budget-by-two-votes'],
      },
      { title: 'World', display: 'list', fill: { sections: ['world'] }, pinnedSlugs: ['osterby-night-train-returns'] },
      {
        title: 'Climate and water',
        display: 'strip',
        fill: { topics: ['climate', 'water', 'wind-power'], languages: ['en'] },
        pinnedSlugs: [],
      },
      { title: 'Culture', display: 'list', fill: { sections: ['culture'] }, pinnedSlugs: [] },
      { title: 'Sport', display: 'list', fill: { sections: ['sport', 'football'] }, pinnedSlugs: [] },
      { title: 'Also today', display: 'list', fill: { languages: ['en'] }, pinnedSlugs: [] },
    ],
  ],
  he: [
    'home-he',
    'השער',
    [
      {
        title: 'בראש החדשות',
        display: 'lead',
        fill: { languages: ['he'], maxUrgency: 3 },
        pinnedSlugs: ['המעבורות-חוזרות-למצר-מרו', 'נווה-ארגמן-אישרה-תקציב'],
      },
      { title: 'חדשות חוץ', display: 'list', fill: { sections: ['he-world'] }, pinnedSlugs: [] },
      { title: 'תרבות', display: 'strip', fill: { sections: ['he-culture'] }, pinnedSlugs: [] },
      { title: 'ספורט', display: 'list', fill: { sections: ['he-sport'] }, pinnedSlugs: [] },
      { title: 'עוד היום', display: 'list', fill: { languages: ['he'] }, pinnedSlugs: [] },
    ],
  ],
  ar: [
    'home-ar',
    'الصفحة الأولى',
    [
      {
        title: 'أبرز الأخبار',
        display: 'lead',
        fill: { languages: ['ar'], maxUrgency: 3 },
        pinnedSlugs: ['عاصفة-سانت-أورلا', 'قانون-حق-المعلومات'],
      },
      { title: 'العالم', display: 'list', fill: { sections: ['ar-world'] }, pinnedSlugs: [] },
      { title: 'ثقافة', display: 'strip', fill: { sections: ['ar-culture'] }, pinnedSlugs: [] },
      { title: 'رياضة', display: 'list', fill: { sections: ['ar-sport'] }, pinnedSlugs: [] },
      { title: 'المزيد اليوم', display: 'list', fill: { languages: ['ar'] }, pinnedSlugs: [] },
    ],
  ],
};

/** One front a language, their containers from top to bottom. */
export const demoFronts: readonly DemoFront[] = (['en', 'he', 'ar'] as const).map((language) => {
  const [slug, title, containers] = drafts[language];
  return {
    id: demoId('front', slug),
    slug,
    title,
    language,
    containers: containers.map((container, position) => ({
      id: demoId('container', `${slug} ${position}`),
      ...container,
    })),
  };
});
