import { demoId } from './ids.ts';
import type { DemoLanguage, DemoSection } from './types.ts';

type SectionDraft = readonly [slug: string, title: string, parentSlug?: string];

const drafts: Readonly<Record<DemoLanguage, readonly SectionDraft[]>> = {
  en: [
    ['world', 'World'],
    ['politics', 'Politics'],
    ['business', 'Business'],
    ['culture', 'Culture'],
    ['science', 'Science'],
    ['environment', 'Environment', 'science'],
    ['sport', 'Sport'],
    ['football', 'Football', 'sport'],
    ['opinion', 'Opinion'],
  ],
  he: [
    ['he-world', 'חדשות חוץ'],
    ['he-politics', 'פנים ופוליטיקה'],
    ['he-business', 'כלכלה'],
    ['he-culture', 'תרבות'],
    ['he-science', 'מדע וטבע'],
    ['he-sport', 'ספורט'],
  ],
  ar: [
    ['ar-world', 'العالم'],
    ['ar-politics', 'سياسة'],
    ['ar-business', 'اقتصاد'],
    ['ar-culture', 'ثقافة'],
    ['ar-science', 'علوم'],
    ['ar-sport', 'رياضة'],
  ],
};

/** The sections of all languages, in order of display, each parent before its children. */
export const demoSections: readonly DemoSection[] = (['en', 'he', 'ar'] as const).flatMap((language) =>
  drafts[language].map(([slug, title, parentSlug]) => ({
    id: demoId('section', slug),
    slug,
    title,
    language,
    ...(parentSlug ? { parentSlug } : {}),
  })),
);
