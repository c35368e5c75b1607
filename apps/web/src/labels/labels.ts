import type { TopicPageQuery } from '../__generated__/operations.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { hebrew } from './he.ts';

type TopicKind = NonNullable<TopicPageQuery['topic']>['kind'];

/** Every word that the site itself says, in one language. */
export interface Labels {
  /** The language's own name. */
  readonly languageName: string;
  readonly skipToContent: string;
  readonly frontPage: string;
  readonly sections: string;
  readonly editions: string;
  readonly latest: string;
  readonly moreStories: string;
  readonly noStories: string;
  readonly feeds: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly signedInAs: (name: string) => string;
  readonly commentCount: (count: number) => string;
  readonly readingTime: (minutes: number) => string;

  readonly by: string;
  readonly updated: string;
  readonly storyUpdated: string;
  readonly forSubscribers: string;
  readonly photo: string;
  readonly corrections: string;
  readonly topics: string;
  readonly inOtherLanguages: string;
  readonly openElsewhere: (provider: string) => string;
  readonly notPublished: string;
  readonly related: string;
  readonly withdrawnAt: string;

  readonly search: string;
  readonly searchStories: string;
  /** How to say what is wanted, with the signs that the graph knows. */
  readonly searchHint: string;
  readonly foundCount: (count: number) => string;
  readonly foundAtLeast: (count: number) => string;
  readonly nothingFound: string;
  /** Beside what was found by words that are near those of the reader. */
  readonly foundByLikeWords: string;
  readonly moreResults: string;
  readonly searchTooLong: string;
  readonly searchTooSlow: string;
  readonly searchPageGone: string;
  readonly searchFromStart: string;
  readonly topicKinds: Readonly<Record<TopicKind, string>>;

  readonly conversation: string;
  readonly conversationAway: string;
  readonly conversationClosed: string;
  readonly conversationPremoderated: string;
  readonly noComments: string;
  readonly newestFirst: string;
  readonly oldestFirst: string;
  readonly moreComments: string;
  readonly newerComments: string;
  readonly moreReplies: string;
  readonly wholeConversation: string;
  readonly commentRemoved: string;
  readonly commentWaits: string;
  readonly edited: string;
  readonly staff: string;
  readonly moderator: string;
  readonly permalink: (number: number) => string;
  readonly signInToComment: string;

  readonly writeComment: string;
  readonly yourComment: string;
  readonly yourReply: (name: string, number: number) => string;
  readonly reply: string;
  readonly post: string;
  readonly saveDraft: string;
  readonly draftSaved: string;
  readonly draftNotSaved: string;
  readonly edit: string;
  readonly saveChanges: string;
  readonly cancel: string;
  readonly remove: string;
  readonly removeForGood: string;
  readonly discardDraft: string;

  /** Asked before an unfinished comment goes. */
  readonly draftWarning: string;
  readonly draftWarningDetail: string;
  readonly keepDraft: string;
  readonly deleteDraftAndGoOn: string;

  /** What stands beside the field when a form was not taken; the graph's own message stands in for unknown codes. */
  readonly refusals: Readonly<Record<string, string>>;
  readonly retryAfter: (seconds: number) => string;
  readonly couldNotSend: string;
  readonly signInAgain: string;

  readonly notFoundTitle: string;
  readonly notFoundDetail: string;
  readonly unreachableTitle: string;
  readonly unreachableDetail: string;
}

const dictionaries = { en: english, he: hebrew, ar: arabic } as const satisfies Record<string, Labels>;

/** The languages in which there is an edition of its own, the first being that of `/`. */
export const editionLanguages = Object.keys(dictionaries) as readonly EditionLanguage[];
export type EditionLanguage = keyof typeof dictionaries;

/** The edition to which a language tag belongs: 'ar-EG' to 'ar'; undefined when it has none. */
export function editionOf(languageTag: string): EditionLanguage | undefined {
  const base = languageTag.split('-', 1)[0]?.toLowerCase();
  return editionLanguages.find((language) => language === base);
}

/** The site's words for a page in this language; English where there is no dictionary. */
export function labelsFor(languageTag: string): Labels {
  return dictionaries[editionOf(languageTag) ?? 'en'];
}
