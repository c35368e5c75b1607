/** What a file can say about its picture. Texts are trimmed and never empty; times are instants. */
export interface PictureWords {
  readonly caption: string;
  readonly altText: string;
  readonly credit: string;
  readonly creator: string;
  readonly source: string;
  readonly copyrightNotice: string;
  readonly usageTerms: string;
  readonly capturedAt: Date;
  /** City and country; coordinates are never read. */
  readonly location: string;
  readonly keywords: readonly string[];
}

export type WordName = keyof PictureWords;
export type FileOrigin = 'XMP' | 'IIM' | 'EXIF';
/** Where a word came from: a block of the file's metadata, or a person. */
export type WordOrigins = Readonly<Partial<Record<WordName, FileOrigin | 'EDITOR'>>>;
export type WordsByOrigin = Readonly<Record<FileOrigin, Partial<PictureWords>>>;

/**
 * Who is believed first, word by word. XMP is Unicode and what newsroom software writes today; IIM is what wires still
 * send beside it;
 * EXIF is the camera's.
 */
export const originsInOrder: Readonly<Record<WordName, readonly FileOrigin[]>> = {
  caption: ['XMP', 'IIM', 'EXIF'],
  altText: ['XMP'],
  credit: ['XMP', 'IIM'],
  creator: ['XMP', 'IIM', 'EXIF'],
  source: ['XMP', 'IIM'],
  copyrightNotice: ['XMP', 'IIM', 'EXIF'],
  usageTerms: ['XMP'],
  capturedAt: ['XMP', 'IIM', 'EXIF'],
  location: ['XMP', 'IIM'],
  keywords: ['XMP', 'IIM'],
};

/** One set of words from those of several origins, each by its order, with where it came from. */
export function chooseWords(words: WordsByOrigin): {
  readonly words: Partial<PictureWords>;
  readonly origins: WordOrigins;
} {
  const chosen: Partial<Record<WordName, unknown>> = {};
  const origins: Partial<Record<WordName, FileOrigin>> = {};
  for (const name of Object.keys(originsInOrder) as WordName[]) {
    const origin = originsInOrder[name].find((candidate) => isGiven(words[candidate][name]));
    if (!origin) continue;
    chosen[name] = words[origin][name];
    origins[name] = origin;
  }
  return { words: chosen as Partial<PictureWords>, origins };
}

function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
