import type { GuardedFetch } from '@dateline/service-kit/guarded-fetch';
import {
  AttachPictureDocument,
  ReportPictureFailureDocument,
  type WantedFragment,
  WantedPicturesDocument,
  type WantedPicturesQuery,
  type WantedPicturesQueryVariables,
} from '../__generated__/operations.ts';
import { CommandFault, InputFault, PassingFault } from '../faults.ts';
import { type Gateway, mendable } from '../gateway.ts';
import { isAddress, type WireInput } from '../input/wire-input.ts';
import { type DescribedPicture, storePicture } from '../picture/store-picture.ts';
import { pictureBytes } from './picture-bytes.ts';
import { wordsInStory } from './words-in-story.ts';

export interface PictureSettings {
  readonly gateway: () => Promise<Gateway>;
  readonly guarded: GuardedFetch;
  readonly onFault: (line: string) => void;
  readonly now?: () => number;
}

export interface PictureDelivery {
  /** Takes what an answer wants; waits while too many are under way. */
  want(wanted: readonly WantedFragment[], from: PictureSource): Promise<void>;
  /** A picture that is no part of a story. Answers its id; throws an InputFault when it cannot be had or stored. */
  store(reference: string, from: PictureSource): Promise<string>;
  /** What earlier runs left waiting: by its address, or as a file below one of `folders`. */
  wantLeftOver(folders: readonly WireInput[], bounds: LeftOverBounds): Promise<void>;
  drain(): Promise<void>;
  readonly attached: number;
  /** Wanted still, for a later run. */
  readonly waiting: number;
}

export interface LeftOverBounds {
  readonly maxPictures: number;
  /** Of a hundred that wait: to look for what may be tried has an end, too. */
  readonly maxPages: number;
  /** One that could not be had more often is left to whoever asks for all; so it is in nobody's way. */
  readonly maxAttempts: number;
  /** Whether a line tells of each that cannot be had still. */
  readonly tells: boolean;
}

const forever = Number.POSITIVE_INFINITY;

/** For whoever asks for them. */
export const allLeftOver: LeftOverBounds = {
  maxPictures: forever,
  maxPages: forever,
  maxAttempts: forever,
  tells: true,
};

/** For every other run, whose business they are not: a hundred, and no word of those that cannot be had still. */
export const someLeftOver: LeftOverBounds = { maxPictures: 100, maxPages: 10, maxAttempts: 5, tells: false };

export interface PictureSource {
  /** The input whose item wants it, in words for people; undefined where nothing is to be told of it. */
  readonly name: string | undefined;
  readonly beside: WireInput['beside'];
  /** Tells files of the same name in two places apart. */
  readonly place: string;
  readonly words: (reference: string) => DescribedPicture | Promise<DescribedPicture>;
}

const concurrency = 3;
/** So long nothing is asked of media once it was down; a watch goes on after that. */
const downForMs = 60_000;
/** What a run knows of pictures it has seen; a watch forgets all and begins anew. */
const maxRemembered = 10_000;

/**
 * Brings the pictures that imported articles wait for to media, a few at once, each once a run. When media is down the rest
 * stays wanted, and the import goes on.
 */
export function createPictureDelivery({
  gateway,
  guarded,
  onFault,
  now = performance.now.bind(performance),
}: PictureSettings): PictureDelivery {
  const stored = new Map<string, Promise<string>>();
  const underWay = new Set<Promise<void>>();
  const seen = new Set<string>();
  const told = new Set<string>();
  let downUntil = Number.NEGATIVE_INFINITY;
  const isDown = () => now() < downUntil;
  let attached = 0;
  let waiting = 0;

  function store(reference: string, { beside, place, words }: PictureSource): Promise<string> {
    const key = isAddress(reference) ? reference : `${place} ${reference}`;
    const known = stored.get(key);
    if (known) return known;
    if (stored.size >= maxRemembered) stored.clear();
    const storing = (async () => {
      const file = await pictureBytes(reference, { beside, guarded });
      return (await storePicture(file, await words(reference), await gateway())).id;
    })();
    stored.set(key, storing);
    // What passes by itself is tried again; a picture that is none stays none.
    storing.catch((error: unknown) => {
      if (error instanceof PassingFault || error instanceof CommandFault) stored.delete(key);
    });
    return storing;
  }

  /** Many stories may name one picture: what is wrong with it is told once a run. */
  function tell(reference: string, reason: string, { name }: PictureSource): void {
    const line = `picture ${reference}: ${reason}`;
    if (name === undefined || told.has(line)) return;
    if (told.size >= maxRemembered) told.clear();
    told.add(line);
    onFault(`${name}: ${line}`);
  }

  async function attach(wanted: WantedFragment, from: PictureSource): Promise<void> {
    if (isDown()) {
      seen.delete(wanted.id);
      waiting++;
      return;
    }
    try {
      const imageId = await store(wanted.reference, from);
      const { attachPicture } = await (await gateway()).send(AttachPictureDocument, {
        wantedPictureId: wanted.id,
        imageId,
      });
      const refused = mendable(attachPicture.userErrors);
      if (refused !== undefined) throw new InputFault(refused);
      attached++;
    } catch (error) {
      if (!(error instanceof InputFault || error instanceof CommandFault)) throw error;
      waiting++;
      if (error instanceof PassingFault || error instanceof CommandFault) {
        if (!isDown()) onFault(`Pictures wait for a later run: ${error.message}`);
        downUntil = now() + downForMs;
        seen.delete(wanted.id);
      } else {
        tell(wanted.reference, error.message, from);
        await report(wanted, error.message);
      }
    }
  }

  /** That it could not be noted takes nothing from anybody: it is wanted as before. */
  async function report({ id }: WantedFragment, reason: string): Promise<void> {
    const variables = { wantedPictureId: id, reason: reason.slice(0, 500) };
    await (await gateway()).send(ReportPictureFailureDocument, variables).catch((error: unknown) => {
      if (!(error instanceof InputFault)) throw error;
    });
  }

  async function want(all: readonly WantedFragment[], from: PictureSource): Promise<void> {
    for (const wanted of all) {
      if (seen.has(wanted.id)) continue;
      if (seen.size >= maxRemembered) seen.clear();
      seen.add(wanted.id);
      while (underWay.size >= concurrency) await Promise.race(underWay);
      const attaching: Promise<void> = attach(wanted, from).finally(() => underWay.delete(attaching));
      underWay.add(attaching);
    }
  }

  return {
    want,
    store,
    async wantLeftOver(folders, { maxPictures, maxPages, maxAttempts, tells }) {
      const beside = besideAny(folders);
      let after: string | null = null;
      let left = maxPictures;
      for (let page = 0; page < maxPages && left > 0 && !isDown(); page++) {
        const variables: WantedPicturesQueryVariables = { first: 100, after };
        const { wantedPictures }: WantedPicturesQuery = await (await gateway()).send(WantedPicturesDocument, variables);
        const nodes: NonNullable<WantedPicturesQuery['wantedPictures']>['nodes'] = wantedPictures?.nodes ?? [];
        // A file is looked for only where the operator points to.
        const reachable = nodes.filter(
          ({ id, reference, attempts }) =>
            !seen.has(id) && attempts <= maxAttempts && (isAddress(reference) || folders.length > 0),
        );
        for (const one of reachable.slice(0, left)) {
          const words = async () => wordsInStory(one, await gateway());
          await want([one], {
            name: tells ? `article ${one.articleId}` : undefined,
            beside,
            place: 'given folders',
            words,
          });
        }
        left -= reachable.length;
        after = wantedPictures?.pageInfo.endCursor ?? null;
        if (!wantedPictures?.pageInfo.hasNextPage || after === null) break;
      }
    },
    async drain() {
      await Promise.all(underWay);
    },
    get attached() {
      return attached;
    },
    get waiting() {
      return waiting;
    },
  };
}

function besideAny(folders: readonly WireInput[]): WireInput['beside'] {
  return async (fileName) => {
    for (const folder of folders) {
      const bytes = await folder.beside(fileName);
      if (bytes) return bytes;
    }
    return undefined;
  };
}
