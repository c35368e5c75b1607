import { demoId, demoPictureId } from './ids.ts';
import type { DemoContributor } from './types.ts';

type ContributorDraft = Omit<DemoContributor, 'id' | 'portraitId' | 'portraitKey'> & { readonly portraitKey: string };

const drafts: readonly ContributorDraft[] = [
  {
    slug: 'mara-ellwood',
    name: 'Mara Ellwood',
    jobTitle: 'World editor',
    language: 'en',
    portraitKey: 'portrait-mara-ellwood-bun',
    bio: 'Mara Ellwood has reported from both sides of the Merrow Strait since the ferries were blue. She edits the world pages and answers letters by hand.',
  },
  {
    slug: 'tomas-verrin',
    name: 'Tomas Verrin',
    jobTitle: 'Political correspondent',
    language: 'en',
    portraitKey: 'portrait-tomas-verrin-short',
    bio: 'Tomas Verrin covers the Assembly, usually from the second bench on the left. He came to journalism from a railway ticket office.',
  },
  {
    slug: 'priya-lindqvist',
    name: 'Priya Lindqvist',
    jobTitle: 'Science writer',
    language: 'en',
    portraitKey: 'portrait-priya-lindqvist-long',
    bio: 'Priya Lindqvist trained as a hydrologist and writes about science, the environment and whatever is found in boxes.',
  },
  {
    slug: 'owen-brandt',
    name: 'Owen Brandt',
    jobTitle: 'Business and sport',
    language: 'en',
    portraitKey: 'portrait-owen-brandt-swept',
    bio: 'Owen Brandt writes about ports, prices and football, which he holds to be three views of the same thing.',
  },
  {
    slug: 'naama-lavi-kerem',
    name: 'נעמה לביא־כרם',
    jobTitle: 'עורכת חדשות החוץ',
    language: 'he',
    portraitKey: 'portrait-he-naama-long',
    bio: 'נעמה לביא־כרם עורכת את דפי החוץ ומסקרת את עיריית נווה ארגמן. לפני כן הייתה מתרגמת בכנסים של מהנדסי מים.',
  },
  {
    slug: 'ohad-shikmoni',
    name: 'אוהד שקמוני',
    jobTitle: 'כתב כלכלה וספורט',
    language: 'he',
    portraitKey: 'portrait-he-ohad-short',
    bio: 'אוהד שקמוני כותב על נמלים, על מחירים ועל כדורגל, ומאמין שהטבלה תמיד מספרת את הסיפור באיחור.',
  },
  {
    slug: 'tirza-maayan',
    name: 'תרצה מעיין',
    jobTitle: 'כתבת תרבות ומדע',
    language: 'he',
    portraitKey: 'portrait-he-tirza-curls',
    bio: 'תרצה מעיין כותבת על תיאטרון, על ציפורים ועל מה שביניהם. היא חברה בצוות Dateline מיום הקמתו.',
  },
  {
    slug: 'salma-najdi',
    name: 'سلمى النجدي',
    jobTitle: 'محرّرة الشؤون الدولية',
    language: 'ar',
    portraitKey: 'portrait-ar-salma-long',
    bio: 'سلمى النجدي تكتب عن المدن والمجالس والقوانين، وعن الناس الذين تمرّ بهم تلك القوانين.',
  },
  {
    slug: 'karim-bahrawi',
    name: 'كريم البحراوي',
    jobTitle: 'مراسل الاقتصاد والرياضة',
    language: 'ar',
    portraitKey: 'portrait-ar-karim-swept',
    bio: 'كريم البحراوي نشأ قرب الميناء ويكتب عنه، ويحفظ نتائج الكأس منذ ثلاثين عاماً.',
  },
  {
    slug: 'hanan-zaytuni',
    name: 'حنان الزيتوني',
    jobTitle: 'كاتبة الثقافة والعلوم',
    language: 'ar',
    portraitKey: 'portrait-ar-hanan-bun',
    bio: 'حنان الزيتوني تكتب عن الكتب القديمة والنجوم البعيدة، وتؤمن بأنّ الهامش أصدق من المتن أحياناً.',
  },
];

/** The journalists of the demo newsroom, all invented. */
export const demoContributors: readonly DemoContributor[] = drafts.map((draft) => ({
  ...draft,
  id: demoId('contributor', draft.slug),
  portraitId: demoPictureId(draft.portraitKey),
}));
