import { minutesBefore, toZonedIso } from '../edition-time.ts';
import { demoPictureId } from '../ids.ts';
import type { DemoLanguage, DemoPicture } from '../types.ts';

/** Pixels of the shapes that pictures come in. */
const shapes = {
  landscape: [1600, 1067],
  wide: [1600, 900],
  classic: [1440, 1080],
  square: [1200, 1200],
  upright: [1067, 1333],
} as const;

/** A picture as its author writes it down: short, with what is common to a language's pictures left out. */
export interface PictureDraft {
  readonly key: string;
  readonly shape?: keyof typeof shapes;
  readonly caption: string;
  readonly alt: string;
  readonly by: string;
  /** An agency, where the picture is not the house's own. */
  readonly credit?: string;
  readonly keywords: readonly string[];
  readonly place?: readonly [city: string, country: string];
  /** Hours before the edition at which it was taken. */
  readonly hoursAgo: number;
}

/** What all pictures of a language have in common. */
export interface PictureDesk {
  readonly language: DemoLanguage;
  readonly timeZone: string;
  readonly credit: string;
  readonly copyrightNotice: string;
}

/** Completes a draft with what its desk knows. */
export function filePicture(draft: PictureDraft, desk: PictureDesk, editionTime: Date): DemoPicture {
  const [width, height] = shapes[draft.shape ?? 'landscape'];
  return {
    key: draft.key,
    id: demoPictureId(draft.key),
    caption: draft.caption,
    altText: draft.alt,
    credit: draft.credit ?? desk.credit,
    creator: draft.by,
    copyrightNotice: desk.copyrightNotice,
    keywords: draft.keywords,
    language: desk.language,
    width,
    height,
    capturedAt: toZonedIso(minutesBefore(editionTime, Math.round(draft.hoursAgo * 60)), desk.timeZone),
    ...(draft.place ? { city: draft.place[0], country: draft.place[1] } : {}),
  };
}
