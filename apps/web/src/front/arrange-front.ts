import type { FrontPageQuery } from '../__generated__/operations.ts';
import type { NavSection } from './nav-sections.ts';

export type Story = FrontPageQuery['articles']['nodes'][number];

export interface FrontPageView {
  readonly lead: Story | undefined;
  /** The newest after the lead. */
  readonly top: readonly Story[];
  readonly sections: readonly { readonly slug: string; readonly title: string; readonly stories: readonly Story[] }[];
}

/** How long an urgent story may stay above newer ones. */
const leadWindowMs = 24 * 60 * 60 * 1000;
const topCount = 4;
const storiesPerSection = 4;

/**
 * Shares the newest stories (newest first) out: the lead, the top, and the rest by section in the newsroom's order. A story
 * of a section inside another stands with the outer one.
 */
export function arrangeFront(stories: readonly Story[], sections: readonly NavSection[]): FrontPageView {
  const outer = new Map(sections.map(({ slug, parent }) => [slug, parent?.slug ?? slug]));
  const lead = leadOf(stories);
  const rest = stories.filter((story) => story !== lead);
  const top = rest.slice(0, topCount);
  const below = rest.slice(topCount);
  return {
    lead,
    top,
    sections: sections
      .filter(({ parent }) => parent === null)
      .map(({ slug, title }) => ({
        slug,
        title,
        stories: below.filter(({ section }) => section && outer.get(section.slug) === slug).slice(0, storiesPerSection),
      }))
      .filter((section) => section.stories.length > 0),
  };
}

/** The most urgent of those that came within a day of the newest; of equals the newest, with a picture if any has one. */
function leadOf(stories: readonly Story[]): Story | undefined {
  const newest = Math.max(...stories.map(publishedMs));
  const candidates = stories.filter((story) => newest - publishedMs(story) <= leadWindowMs);
  const mostUrgent = Math.min(...candidates.map(({ urgency }) => urgency));
  const urgent = candidates.filter(({ urgency }) => urgency === mostUrgent);
  return urgent.find(({ leadFigure }) => leadFigure?.image) ?? urgent[0];
}

function publishedMs({ firstPublishedAt }: Story): number {
  return firstPublishedAt ? Date.parse(firstPublishedAt) : 0;
}
