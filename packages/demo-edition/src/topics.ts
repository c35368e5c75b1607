import { demoId } from './ids.ts';
import type { DemoLanguage, DemoTopic, DemoTopicKind } from './types.ts';

type TopicDraft = readonly [slug: string, title: string, kind: DemoTopicKind, mediaTopic?: string];

// Top-level IPTC Media Topics: broad, and stable since the first edition of the list.
const culture = 'medtop:01000000';
const economy = 'medtop:04000000';
const environment = 'medtop:06000000';
const lifestyle = 'medtop:10000000';
const labour = 'medtop:09000000';
const politics = 'medtop:11000000';
const science = 'medtop:13000000';
const society = 'medtop:14000000';
const sport = 'medtop:15000000';
const weather = 'medtop:17000000';

const drafts: Readonly<Record<DemoLanguage, readonly TopicDraft[]>> = {
  en: [
    ['merrow-strait', 'Merrow Strait', 'PLACE'],
    ['saint-orla', 'Saint Orla', 'PLACE'],
    ['port-calver', 'Port Calver', 'PLACE'],
    ['ashmere', 'Ashmere', 'PLACE'],
    ['dunholt', 'Dunholt', 'PLACE'],
    ['kell-uplands', 'Kell Uplands', 'PLACE'],
    ['osse-river', 'River Osse', 'PLACE'],
    ['calvera-assembly', 'Assembly of Calvera', 'ORGANISATION', politics],
    ['cup-final', 'Cup final', 'EVENT', sport],
    ['labour', 'Labour', 'SUBJECT', labour],
    ['ports', 'Ports', 'SUBJECT', economy],
    ['automation', 'Automation', 'SUBJECT', economy],
    ['water', 'Water', 'SUBJECT', environment],
    ['diplomacy', 'Diplomacy', 'SUBJECT', politics],
    ['weather', 'Weather', 'SUBJECT', weather],
    ['railways', 'Railways', 'SUBJECT', economy],
    ['travel', 'Travel', 'SUBJECT', lifestyle],
    ['budget', 'Budget', 'SUBJECT', politics],
    ['elections', 'Elections', 'SUBJECT', politics],
    ['lobbying', 'Lobbying', 'SUBJECT', politics],
    ['wind-power', 'Wind power', 'SUBJECT', environment],
    ['co-operatives', 'Co-operatives', 'SUBJECT', economy],
    ['energy', 'Energy', 'SUBJECT', economy],
    ['food-prices', 'Food prices', 'SUBJECT', economy],
    ['theatre', 'Theatre', 'SUBJECT', culture],
    ['libraries', 'Libraries', 'SUBJECT', culture],
    ['food', 'Food', 'SUBJECT', lifestyle],
    ['markets', 'Markets', 'SUBJECT', lifestyle],
    ['astronomy', 'Astronomy', 'SUBJECT', science],
    ['climate', 'Climate', 'SUBJECT', environment],
    ['forests', 'Forests', 'SUBJECT', environment],
    ['football', 'Football', 'SUBJECT', sport],
    ['running', 'Running', 'SUBJECT', sport],
    ['public-services', 'Public services', 'SUBJECT', society],
  ],
  he: [
    ['he-argaman', 'נווה ארגמן', 'PLACE'],
    ['he-ports', 'נמלים', 'SUBJECT', economy],
    ['he-labour', 'יחסי עבודה', 'SUBJECT', labour],
    ['he-water', 'מים', 'SUBJECT', environment],
    ['he-transport', 'תחבורה', 'SUBJECT', economy],
    ['he-budget', 'תקציב', 'SUBJECT', politics],
    ['he-trade', 'סחר', 'SUBJECT', economy],
    ['he-energy', 'אנרגיה', 'SUBJECT', economy],
    ['he-startups', 'סטארטאפים', 'SUBJECT', economy],
    ['he-food', 'אוכל', 'SUBJECT', lifestyle],
    ['he-theatre', 'תיאטרון', 'SUBJECT', culture],
    ['he-books', 'ספרים', 'SUBJECT', culture],
    ['he-astronomy', 'אסטרונומיה', 'SUBJECT', science],
    ['he-nature', 'טבע', 'SUBJECT', environment],
    ['he-football', 'כדורגל', 'SUBJECT', sport],
    ['he-running', 'ריצה', 'SUBJECT', sport],
  ],
  ar: [
    ['ar-weather', 'الطقس', 'SUBJECT', weather],
    ['ar-transport', 'النقل', 'SUBJECT', economy],
    ['ar-transparency', 'الشفافية', 'SUBJECT', politics],
    ['ar-council', 'مجلس الإقليم', 'ORGANISATION', politics],
    ['ar-cities', 'المدن', 'SUBJECT', society],
    ['ar-ports', 'الموانئ', 'SUBJECT', economy],
    ['ar-trade', 'التجارة', 'SUBJECT', economy],
    ['ar-agriculture', 'الزراعة', 'SUBJECT', economy],
    ['ar-food', 'الطعام', 'SUBJECT', lifestyle],
    ['ar-astronomy', 'الفلك', 'SUBJECT', science],
    ['ar-energy', 'الطاقة', 'SUBJECT', economy],
    ['ar-research', 'البحث العلمي', 'SUBJECT', science],
    ['ar-theatre', 'المسرح', 'SUBJECT', culture],
    ['ar-heritage', 'التراث', 'SUBJECT', culture],
    ['ar-books', 'الكتب', 'SUBJECT', culture],
    ['ar-football', 'كرة القدم', 'SUBJECT', sport],
    ['ar-cycling', 'الدرّاجات', 'SUBJECT', sport],
  ],
};

/** The tags of all languages. */
export const demoTopics: readonly DemoTopic[] = (['en', 'he', 'ar'] as const).flatMap((language) =>
  drafts[language].map(([slug, title, kind, mediaTopic]) => ({
    id: demoId('topic', slug),
    slug,
    title,
    kind,
    language,
    ...(mediaTopic ? { mediaTopic } : {}),
  })),
);
