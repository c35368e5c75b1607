import type { ReplayFile } from '../floors/replay-file.ts';

/** What a contender needs to be started in front of the shop or of the house. */
export interface Place {
  /** For files that it is started with; gone after the bench. */
  readonly folder: string;
  readonly supergraphFile: string;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly port: number;
}

/** How to start a process. The program is node itself when none is named. */
export interface Launch {
  readonly program?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Of its graph, below the origin. */
  readonly path?: string;
}

/** A gateway, or a floor below gateways, that runs as one process. */
export interface Contender {
  readonly id: string;
  readonly title: string;
  /** Null when it cannot run here, with why. */
  readonly unavailable?: string | null;
  readonly launch: (place: Place) => Launch;
}

/** What floors are started with: the answer that they give, and the calls that one of them makes first. */
export interface FloorFiles {
  readonly bytes: Buffer;
  readonly replay: ReplayFile;
}
