import { readdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SiteLocals } from '../site-locals.ts';

/** Answers one request with a page; the request's body has not been read yet. */
export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: SiteLocals,
) => Promise<void>;

/**
 * The pages as `astro build` left them in a folder (its Node adapter in middleware mode). The build loads each page when it
 * is first asked for; here all are loaded at once, so that a new build beside a running site takes nothing from it.
 */
export async function loadBuiltPages(folder: string): Promise<PageHandler> {
  const modules = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Error('The site is not built yet. Run `npm run build` first.', { cause: error });
  });
  const load = (file: string) => import(pathToFileURL(join(folder, file)).href);
  const built: { handler: PageHandler } = await load('entry.mjs');
  await Promise.all(modules.filter((file) => file.endsWith('.mjs')).map(load));
  return built.handler;
}
