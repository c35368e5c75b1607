/** Something that holds items: a file, an entry of an archive, an address, standard input. */
export interface WireInput {
  /** As people know it: 'wires/a.xml', 'wires.zip!/a.xml', 'https://…', 'standard input'. */
  readonly name: string;
  /** The same for everybody and every run; failures are kept under it. */
  readonly file: string;
  /** What its end says about the format; empty where there is no name. */
  readonly fileName: string;
  /** Where it came from, when it has an address. */
  readonly url?: string | undefined;
  /** What a server said it is, with its encoding. */
  readonly contentType?: string | undefined;
  /** Its bytes, once. Throws an InputFault when they cannot be had. */
  bytes(): AsyncIterable<Uint8Array>;
  /** The bytes of a file that lies beside it or below; undefined when there is none, or nothing lies beside. */
  beside(fileName: string): Promise<Uint8Array | undefined>;
}

/** A picture larger than this is not read into memory; what media takes is less, and it says so itself. */
export const maxPictureBytes = 200 * 1024 * 1024;

/** An address of the web, and no path. */
export function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** Ends of names of files that something else is still writing. */
const unfinished = /(\.(tmp|temp|part|partial|crdownload|download|filepart|swp|swx|writing|inprogress|lock)|~)$/i;

/** Hidden, or not written to its end: such files of a folder or an archive are not looked at. */
export function isPassedBy(path: string): boolean {
  return path.split(/[/\\]/).some((part) => /^(\..|__MACOSX$)/.test(part)) || unfinished.test(path);
}

const pictureNames = /\.(jpe?g|png|webp|avif|tiff?|gif|svg|heic|bmp|ico)$/i;

/** Lies beside the items that name it, and is none. */
export function isPictureName(path: string): boolean {
  return pictureNames.test(path);
}
