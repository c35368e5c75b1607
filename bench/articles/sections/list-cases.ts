import type { World } from '../world/start-world.ts';
import type { ListCase } from './article-lists.ts';

/** Filters alone and together, common and rare, and two that do not go together: nothing may be found, and soon. */
export async function listCases({ sql }: World): Promise<ListCase[]> {
  const slug = async (query: string) => String((await sql.unsafe(query))[0]?.['slug']);
  const section = await slug(
    `select s.slug from articles.articles a join articles.sections s on s.id = a.section_id where a.language = 'en' group by 1 order by count(*) desc limit 1`,
  );
  const topics = (language: string, order: 'asc' | 'desc') =>
    slug(
      `select t.slug from articles.article_topics x join articles.topics t on t.id = x.topic_id where x.language = '${language}' group by 1 order by count(*) ${order} limit 1`,
    );
  const contributor = await slug(
    `select c.slug from articles.article_bylines b join articles.contributors c on c.id = b.contributor_id where b.language = 'en' group by 1 order by count(*) desc limit 1`,
  );
  const middle = String(
    (await sql`select listed_at as slug from articles.articles order by listed_at offset 20000 limit 1`)[0]?.[
      'slug'
    ]?.toISOString() ?? '2026-01-01T00:00:00.000Z',
  );
  const [topic, hebrewTopic] = [await topics('en', 'desc'), await topics('he', 'asc')];
  return [
    { title: 'none', filter: {} },
    { title: 'section', filter: { sections: [section] } },
    { title: 'topic', filter: { topics: [topic] } },
    { title: 'rare topic', filter: { topics: [hebrewTopic] } },
    { title: 'contributor', filter: { contributors: [contributor] } },
    { title: 'language', filter: { languages: ['he'] } },
    { title: 'urgency', filter: { maxUrgency: 4 } },
    { title: 'date', filter: { publishedBefore: middle } },
    { title: 'topic, date', filter: { topics: [topic], publishedBefore: middle } },
    { title: 'section, topic, language', filter: { sections: [section], topics: [topic], languages: ['en'] } },
    { title: 'topic, contributor', filter: { topics: [topic], contributors: [contributor] } },
    { title: 'two topics', filter: { topics: [topic, hebrewTopic] } },
    { title: 'Hebrew topic, English', filter: { topics: [hebrewTopic], languages: ['en'] } },
    { title: 'none, by urgency', filter: {}, orderBy: 'URGENCY' },
    { title: 'topic, by change', filter: { topics: [topic] }, orderBy: 'UPDATED_AT_DESC' },
  ];
}
