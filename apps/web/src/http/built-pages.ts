import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import type { SiteLocals } from '../site-locals.ts';

/** Answers one request with a page; the request's body has not been read yet. */
export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: SiteLocals,
) => Promise<void>;

/** The pages as `astro build` left them (its Node adapter in middleware mode). */
export async function loadBuiltPages(entryFile: string): Promise<PageHandler> {
  try {
    const built: { handler: PageHandler } = await import(pathToFileURL(entryFile).href);
    return built.handler;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      throw new Error('The site is not built yet. Run `npm run build` first.', { cause: error });
    }
    throw error;
  }
}
