/** Slugs of articles that tell one story, each in another language. */
export const demoTranslations: readonly (readonly string[])[] = [
  ['merrow-strait-ferries-sail-again', 'המעבורות-חוזרות-למצר-מרו'],
  ['tarn-osterby-water-treaty', 'אמנת-המים-נחתמה'],
  ['saint-orla-storm-sea-wall', 'عاصفة-سانت-أورلا'],
  ['osterby-night-train-returns', 'rakevet-layla-osterby', 'qitar-al-layl-yaud'],
];
