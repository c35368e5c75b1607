import { demoEditionTime } from './edition-time.ts';
import { filePicture, type PictureDesk, type PictureDraft } from './pictures/picture-draft.ts';
import { deskAr, picturesAr } from './pictures/pictures.ar.ts';
import { deskEn, picturesEn } from './pictures/pictures.en.ts';
import { deskHe, picturesHe } from './pictures/pictures.he.ts';
import type { DemoPicture } from './types.ts';

const desks: readonly (readonly [PictureDesk, readonly PictureDraft[]])[] = [
  [deskEn, picturesEn],
  [deskHe, picturesHe],
  [deskAr, picturesAr],
];

/** Every picture of the demo edition, portraits of contributors among them. */
export function demoPictures(editionTime: Date = demoEditionTime): readonly DemoPicture[] {
  return desks.flatMap(([desk, drafts]) => drafts.map((draft) => filePicture(draft, desk, editionTime)));
}
