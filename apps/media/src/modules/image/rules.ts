import { CataloguedError } from '@dateline/service-kit/catalogued-error';
import { hasRole, type Viewer } from '@dateline/service-kit/viewer';
import type { WordName } from '../../metadata/policy.ts';
import type { ImageRow } from './image.ts';

/** What a person can mend, as the graph's UserError. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** Throws UNAUTHENTICATED or FORBIDDEN unless the viewer edits. */
export function requireEditor(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new CataloguedError('UNAUTHENTICATED');
  if (!hasRole(viewer, 'EDITOR')) throw new CataloguedError('FORBIDDEN', { message: 'Only editors may do that.' });
  return viewer;
}

/** The texts that an editor may write, with the most characters of each. */
const maxCharacters = {
  caption: 5_000,
  altText: 1_000,
  credit: 300,
  creator: 300,
  source: 300,
  copyrightNotice: 500,
  usageTerms: 2_000,
} as const;

type TextName = keyof typeof maxCharacters;
const textNames = Object.keys(maxCharacters) as TextName[];

const maxKeywords = 50;
const maxKeywordCharacters = 100;

/** A change as an editor writes it: undefined leaves a field, null empties it. */
export type ImageChange = Readonly<Partial<Record<TextName, string | null | undefined>>> & {
  readonly keywords?: readonly string[] | null | undefined;
  readonly focalPoint?: { readonly x: number; readonly y: number } | null | undefined;
};

/** What is wrong with a change; fields that are not given are not looked at. */
export function faultsOf(change: ImageChange): Fault[] {
  const faults: Fault[] = [];
  const add = (field: keyof ImageChange, code: string, message: string) =>
    faults.push({ code, message, path: ['input', field] });

  for (const name of textNames) {
    const max = maxCharacters[name];
    if ((change[name]?.length ?? 0) > max) add(name, 'TOO_LONG', `At most ${max} characters.`);
  }
  const { keywords, focalPoint } = change;
  if ((keywords?.length ?? 0) > maxKeywords) add('keywords', 'TOO_MANY', `At most ${maxKeywords} keywords.`);
  if (keywords?.some((keyword) => keyword.length > maxKeywordCharacters)) {
    add('keywords', 'TOO_LONG', `A keyword has at most ${maxKeywordCharacters} characters.`);
  }
  if (focalPoint && !(isFraction(focalPoint.x) && isFraction(focalPoint.y))) {
    add('focalPoint', 'OUT_OF_RANGE', 'A focal point goes from 0 to 1 each way.');
  }
  return faults;
}

/** The row as it stands after the change; the same object when nothing differs. */
export function applyChange(row: ImageRow, change: ImageChange): ImageRow {
  const words: Partial<Record<WordName, unknown>> = {};
  for (const name of textNames) {
    if (change[name] !== undefined) words[name] = emptyToNull(change[name]);
  }
  if (change.keywords !== undefined) words.keywords = [...new Set((change.keywords ?? []).map(clean).filter(Boolean))];
  const changedNames = (Object.keys(words) as WordName[]).filter((name) => !isSame(words[name], row[name]));
  const focal = change.focalPoint === undefined ? { x: row.focalX, y: row.focalY } : (change.focalPoint ?? centre);
  if (changedNames.length === 0 && focal.x === row.focalX && focal.y === row.focalY) return row;
  const origins = { ...row.origins, ...Object.fromEntries(changedNames.map((name) => [name, 'EDITOR'])) };
  return { ...row, ...(words as Partial<ImageRow>), origins, focalX: focal.x, focalY: focal.y };
}

const centre = { x: 0.5, y: 0.5 };

function clean(text: string): string {
  return text.trim().normalize('NFC');
}

function emptyToNull(text: string | null): string | null {
  return text === null ? null : clean(text) || null;
}

function isFraction(value: number): boolean {
  return value >= 0 && value <= 1;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
