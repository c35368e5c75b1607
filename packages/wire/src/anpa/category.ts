import type { NewsItem } from '../news-item.ts';

type Topic = NewsItem['topics'][number];

const arts: Topic = { title: 'arts, culture, entertainment and media', kind: 'SUBJECT', mediaTopic: 'medtop:01000000' };
const economy: Topic = { title: 'economy, business and finance', kind: 'SUBJECT', mediaTopic: 'medtop:04000000' };
const lifestyle: Topic = { title: 'lifestyle and leisure', kind: 'SUBJECT', mediaTopic: 'medtop:10000000' };
const politics: Topic = { title: 'politics', kind: 'SUBJECT', mediaTopic: 'medtop:11000000' };
const sport: Topic = { title: 'sport', kind: 'SUBJECT', mediaTopic: 'medtop:15000000' };
const weather: Topic = { title: 'weather', kind: 'SUBJECT', mediaTopic: 'medtop:17000000' };

/** The desks that stand for a subject, of ANPA by one letter and of German agencies by two, as IPTC's Media Topics. */
const subjects: Readonly<Record<string, Topic>> = {
  d: lifestyle,
  e: arts,
  f: economy,
  k: arts,
  l: lifestyle,
  o: weather,
  p: politics,
  q: sport,
  s: sport,
  t: lifestyle,
  ku: arts,
  pl: politics,
  sp: sport,
  wi: economy,
};

/** A desk without a subject of its own ('a' is the nation, 'i' the world) says nothing. */
export function topicsOfCategory(category: string | undefined): Topic[] {
  const topic = category !== undefined && Object.hasOwn(subjects, category) ? subjects[category] : undefined;
  return topic ? [topic] : [];
}
