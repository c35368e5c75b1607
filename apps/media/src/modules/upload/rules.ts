import { isPictureType } from '../../ingest/picture-types.ts';
import { maxUploadBytes, refusals } from '../../ingest/refusal.ts';
import type { Fault } from '../image/rules.ts';

/** How long a ticket is good for. */
export const ticketLifeMs = 15 * 60_000;

const maxFileNameCharacters = 255;

export interface AnnouncedUpload {
  readonly mimeType: string;
  readonly byteSize: number;
  readonly fileName?: string | null | undefined;
}

/** What is wrong with an upload before a byte of it has come. */
export function faultsOf({ mimeType, byteSize, fileName }: AnnouncedUpload): Fault[] {
  const faults: Fault[] = [];
  const add = (field: keyof AnnouncedUpload, code: string, message: string) =>
    faults.push({ code, message, path: ['input', field] });

  if (!isPictureType(mimeType)) add('mimeType', 'UNSUPPORTED_TYPE', refusals.UNSUPPORTED_TYPE);
  if (byteSize < 1) add('byteSize', 'EMPTY', 'A picture has at least one byte.');
  if (byteSize > maxUploadBytes) add('byteSize', 'TOO_LARGE', refusals.TOO_LARGE);
  if ((fileName?.length ?? 0) > maxFileNameCharacters) {
    add('fileName', 'TOO_LONG', `A file name has at most ${maxFileNameCharacters} characters.`);
  }
  return faults;
}
