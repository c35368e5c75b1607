import { demoArticles } from './articles.ts';
import { demoCommenters } from './commenters.ts';
import { demoComments } from './comments.ts';
import { demoContributors } from './contributors.ts';
import { demoEditionTime } from './edition-time.ts';
import { demoFronts } from './fronts.ts';
import { demoPictures } from './pictures.ts';
import { demoSections } from './sections.ts';
import { demoTopics } from './topics.ts';
import { demoTranslations } from './translations.ts';
import type { DemoEdition } from './types.ts';

/** The whole demo edition, dated back from `editionTime`. Loaders leave it at its default, so that they agree. */
export function demoEdition(editionTime: Date = demoEditionTime): DemoEdition {
  return {
    sections: demoSections,
    topics: demoTopics,
    contributors: demoContributors,
    articles: demoArticles(editionTime),
    translations: demoTranslations,
    fronts: demoFronts,
    pictures: demoPictures(editionTime),
    commenters: demoCommenters(editionTime),
    comments: demoComments(editionTime),
  };
}
