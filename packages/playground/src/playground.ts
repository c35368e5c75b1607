import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** One file of the page. `immutable` files carry a hash in their name and may be cached for good. */
export interface PlaygroundAsset {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly immutable: boolean;
}

export interface Playground {
  /** What GET /graphql answers to a browser. */
  readonly html: string;
  /** What stands under /playground/, by path: `assets/index-DLBDFKwQ.js`, `icon.svg`. */
  readonly assets: ReadonlyMap<string, PlaygroundAsset>;
  /** The Content-Security-Policy for the page: this origin only, no eval, no inline script. */
  readonly contentSecurityPolicy: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

// Monaco writes its themes into style elements at run time, hence 'unsafe-inline' for styles, and for styles alone.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const builtFolder = join(import.meta.dirname, '..', 'dist');

/**
 * Reads the built page once, into memory (about 7 MB); the gateway calls it at start, and not at all when the playground is off.
 *
 * @throws Error when the page was not built.
 */
export function loadPlayground(folder: string = builtFolder): Playground {
  const files = listFiles(folder);
  const page = files.find((path) => path === 'index.html');
  if (!page) throw notBuilt(folder);
  const assets = files.filter((path) => path !== page).map((path) => [path, readAsset(folder, path)] as const);
  return { html: readFileSync(join(folder, page), 'utf8'), assets: new Map(assets), contentSecurityPolicy };
}

function listFiles(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw notBuilt(folder, cause);
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function readAsset(folder: string, path: string): PlaygroundAsset {
  return {
    body: readFileSync(join(folder, path)),
    contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
    immutable: path.startsWith('assets/'),
  };
}

function notBuilt(folder: string, cause?: unknown): Error {
  return new Error(`The playground is not built: no index.html in ${folder}. Run 'turbo run build'.`, { cause });
}
