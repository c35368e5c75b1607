import type { Logger } from '@dateline/service-kit/logger';
import { createFileSource } from './file-source.ts';
import type { SupergraphSource } from './supergraph-source.ts';
import { createUrlSource } from './url-source.ts';

/** Where the supergraph is, as the settings say. */
export interface SupergraphPlace {
  readonly file: string;
  /** Before the file, where it is set; null: the file alone. */
  readonly url: string | null;
  /** For the URL; null sends none. */
  readonly authorization: string | null;
  /** How often it is looked at; 0: on SIGHUP only. */
  readonly pollMs: number;
}

/** The address where there is one, else the file. While the address has never answered, the file stands in for it. */
export function chooseSource({ file, url, authorization, pollMs }: SupergraphPlace, logger: Logger): SupergraphSource {
  const fileSource = createFileSource({ file, pollMs });
  if (url === null) return fileSource;
  const urlSource = createUrlSource({ url, authorization, pollMs, logger });
  let hasAnswered = false;
  return {
    watch: urlSource.watch,
    async load() {
      try {
        const supergraph = await urlSource.load();
        hasAnswered = true;
        return supergraph;
      } catch (error) {
        if (hasAnswered) throw error;
        logger.warn(
          { reason: (error as Error).message, file },
          'the supergraph in the file is served until it can be had',
        );
        return fileSource.load();
      }
    },
  };
}
