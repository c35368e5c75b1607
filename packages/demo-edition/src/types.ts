/** Languages the demo newsroom writes in (BCP 47). */
export type DemoLanguage = 'en' | 'he' | 'ar';

/** A section of one language's edition. `slug` is unique over all languages. */
export interface DemoSection {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly parentSlug?: string;
  readonly language: DemoLanguage;
}

export type DemoTopicKind = 'SUBJECT' | 'PERSON' | 'ORGANISATION' | 'PLACE' | 'EVENT';

/** A tag. `mediaTopic` is an IPTC Media Topics code such as `medtop:15000000`. */
export interface DemoTopic {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: DemoTopicKind;
  readonly mediaTopic?: string;
  readonly language: DemoLanguage;
}

/** A (fictional) journalist. `bio` is plain text; `portraitKey` names a DemoPicture, whose id is `portraitId`. */
export interface DemoContributor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly bio: string;
  readonly language: DemoLanguage;
  readonly portraitKey?: string;
  readonly portraitId?: string;
}

/** `role` is what stands beside the name ("in Port Calver"); without `contributorSlug` it is an agency line. */
export interface DemoByline {
  readonly name: string;
  readonly role?: string;
  readonly contributorSlug?: string;
}

/** An entry of a live story. `publishedAt` is RFC 3339 with offset. */
export interface DemoLiveEntry {
  readonly kind: 'liveEntry';
  readonly id: string;
  readonly headline: string;
  readonly publishedAt: string;
  readonly body: readonly DemoPlainElement[];
}

/** One body element. Entries stand newest first. */
export type DemoBodyElement = DemoPlainElement | DemoLiveEntry;

/** What may stand in an entry, too. The shapes run beside the contract's BodyElement types; `html` holds inline mark-up only. */
export type DemoPlainElement =
  | { readonly kind: 'paragraph'; readonly id: string; readonly html: string }
  | { readonly kind: 'heading'; readonly id: string; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'list'; readonly id: string; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'quote';
      readonly id: string;
      readonly html: string;
      readonly attribution?: string;
      readonly pull: boolean;
    }
  | DemoFigure
  /** Another article of the edition. */
  | { readonly kind: 'related'; readonly id: string; readonly articleId: string }
  | {
      readonly kind: 'embed';
      readonly id: string;
      readonly provider: string;
      readonly url: string;
      readonly title?: string;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption?: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** A use of a picture. Caption and credit, where given, stand in for the picture's own. */
export interface DemoFigure {
  readonly kind: 'figure';
  readonly id: string;
  readonly role: 'LEAD' | 'INLINE';
  readonly pictureKey: string;
  readonly pictureId: string;
  readonly caption?: string;
  readonly altText?: string;
  readonly credit?: string;
}

/** A dated note that something was put right. `publishedAt` is RFC 3339 with offset. */
export interface DemoCorrection {
  readonly note: string;
  readonly publishedAt: string;
}

/** A published article. Times are RFC 3339 with the offset of `timeZone` (IANA) at that moment. */
export interface DemoArticle {
  readonly id: string;
  readonly slug: string;
  readonly previousSlugs: readonly string[];
  readonly language: DemoLanguage;
  readonly timeZone: string;
  readonly kicker?: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly dateline?: string;
  readonly body: readonly DemoBodyElement[];
  readonly bylines: readonly DemoByline[];
  readonly sectionSlug: string;
  readonly topicSlugs: readonly string[];
  /** 1 (flash) to 8, as ninjs urgency. */
  readonly urgency: number;
  readonly firstPublishedAt: string;
  readonly publishedAt: string;
  readonly updatedAt: string;
  readonly corrections: readonly DemoCorrection[];
}

/** What a picture says about itself; `drawPicture` draws it from `key` and embeds these words as IIM and XMP. */
export interface DemoPicture {
  readonly key: string;
  readonly id: string;
  readonly caption: string;
  readonly altText: string;
  readonly credit: string;
  readonly creator: string;
  readonly copyrightNotice: string;
  readonly keywords: readonly string[];
  readonly language: DemoLanguage;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** RFC 3339 with offset. */
  readonly capturedAt: string;
  readonly city?: string;
  readonly country?: string;
}

/** A curated page of one language: pins, named by articles' slugs, stand over automatic fill. */
export interface DemoFront {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: DemoLanguage;
  readonly containers: readonly {
    readonly id: string;
    readonly title: string;
    readonly display: 'lead' | 'list' | 'strip';
    /** Slugs of sections and topics. */
    readonly fill: {
      readonly sections?: readonly string[];
      readonly topics?: readonly string[];
      readonly languages?: readonly DemoLanguage[];
      readonly maxUrgency?: number;
    };
    readonly pinnedSlugs: readonly string[];
  }[];
}

export interface DemoCommenter {
  readonly id: string;
  readonly displayName: string;
  readonly role: 'READER' | 'STAFF' | 'MODERATOR';
  /** RFC 3339 with offset. */
  readonly joinedAt: string;
}

/** One comment; a parent always stands before its replies. A deleted one keeps its place, and its body is empty. */
export interface DemoComment {
  readonly id: string;
  readonly articleId: string;
  readonly authorId: string;
  readonly parentId: string | null;
  /** Plain text; an empty line separates paragraphs. */
  readonly body: string;
  /** RFC 3339 with offset. */
  readonly createdAt: string;
  readonly deleted?: boolean;
}

/** Everything the demo newsroom publishes, as `demoEdition()` in `edition.ts` gives it. */
export interface DemoEdition {
  /** Sections in order of display, parents before children. */
  readonly sections: readonly DemoSection[];
  readonly topics: readonly DemoTopic[];
  readonly contributors: readonly DemoContributor[];
  /** Newest first. */
  readonly articles: readonly DemoArticle[];
  /** Slugs of articles that tell one story, each in another language. */
  readonly translations: readonly (readonly string[])[];
  /** One a language. */
  readonly fronts: readonly DemoFront[];
  readonly pictures: readonly DemoPicture[];
  readonly commenters: readonly DemoCommenter[];
  /** Oldest first within an article, parents before replies. */
  readonly comments: readonly DemoComment[];
}
