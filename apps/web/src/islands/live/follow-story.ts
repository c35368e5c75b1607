import type { LiveClient } from '@dateline/client/live-client';
import { StoryChangedDocument, StoryRevisionDocument } from '../../__generated__/page-operations.ts';
import { correctStory } from './correct-story.ts';

/** What the graph keeps is as new as this, and a little time so that readers do not all ask in the same moment. */
const settledMs = 2_500;
const spreadMs = 2_500;

/** Corrects the story of an open page after each change of it, also one that came while nobody was told. */
export function followStory(page: Document, live: LiveClient, articleId: string) {
  return (signal: AbortSignal): void => {
    const correct = (revision: number) => void correctStory(page, revision, signal);
    const ask = () =>
      live.subscribe(
        StoryRevisionDocument,
        { id: articleId },
        { signal, onNext: ({ data }) => data?.article && correct(data.article.revision) },
      );
    live.subscribe(
      StoryChangedDocument,
      { id: articleId },
      {
        signal,
        again: true,
        onNext: ({ data }) => data && correct(data.articleUpdated.revision),
        onOpen() {
          const timer = setTimeout(ask, settledMs + Math.random() * spreadMs);
          signal.addEventListener('abort', () => clearTimeout(timer));
        },
      },
    );
  };
}
