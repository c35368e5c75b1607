import { demoContributors } from '../contributors.ts';
import { demoId, demoPictureId } from '../ids.ts';
import { demoPictures } from '../pictures.ts';
import type { Random } from '../random.ts';
import { demoSections } from '../sections.ts';
import { demoTopics } from '../topics.ts';
import type { DemoArticle, DemoBodyElement, DemoLanguage } from '../types.ts';
import { generatedArticleId, generatedLanguage, generatedPublication, rowRandom } from './article-facts.ts';
import { headlineOf, paragraphOf } from './words.ts';

/** What articles of a language may point to: things of the demo edition, so load that first. */
const shelves: Readonly<Record<DemoLanguage, Shelf>> = { en: shelfOf('en'), he: shelfOf('he'), ar: shelfOf('ar') };

function shelfOf(language: DemoLanguage): Shelf {
  return {
    sections: demoSections.filter((section) => section.language === language).map(({ slug }) => slug),
    topics: demoTopics.filter((topic) => topic.language === language).map(({ slug }) => slug),
    contributors: demoContributors.filter((contributor) => contributor.language === language),
    pictures: demoPictures()
      .filter((picture) => picture.language === language && !picture.key.startsWith('portrait'))
      .map(({ key }) => key),
  };
}

interface Shelf {
  readonly sections: readonly string[];
  readonly topics: readonly string[];
  readonly contributors: typeof demoContributors;
  readonly pictures: readonly string[];
}

/** The article of an index: the same for a seed, however many are asked for. */
export function generateArticle(seed: number, index: number): DemoArticle {
  const random = rowRandom(seed ^ 0x27d4eb2f, index);
  const language = generatedLanguage(seed, index);
  const shelf = shelves[language];
  const published = generatedPublication(seed, index);
  const firstPublishedAt = new Date(published).toISOString();
  const contributor = random.pick(shelf.contributors);
  const id = generatedArticleId(seed, index);
  return {
    id,
    slug: `generated-${seed}-${index}`,
    previousSlugs: [],
    language,
    timeZone: 'UTC',
    headline: headlineOf(language, random),
    standfirst: paragraphOf(language, random),
    body: bodyOf(id, language, random),
    bylines: [{ name: contributor.name, contributorSlug: contributor.slug }],
    sectionSlug: random.pick(shelf.sections),
    topicSlugs: [...new Set([random.pick(shelf.topics), random.pick(shelf.topics)])],
    urgency: random.int(3, 8),
    firstPublishedAt,
    publishedAt: firstPublishedAt,
    updatedAt: firstPublishedAt,
    corrections: [],
  };
}

function bodyOf(articleId: string, language: DemoLanguage, random: Random): DemoBodyElement[] {
  const body: DemoBodyElement[] = [];
  const nextId = () => demoId('element', `${articleId}/${body.length}`);
  if (random.chance(0.4)) {
    const pictureKey = random.pick(shelves[language].pictures);
    body.push({ kind: 'figure', id: nextId(), role: 'LEAD', pictureKey, pictureId: demoPictureId(pictureKey) });
  }
  for (let more = random.int(3, 6); more > 0; more--) {
    body.push({ kind: 'paragraph', id: nextId(), html: paragraphOf(language, random) });
  }
  return body;
}
