import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './chromium-files.ts';

/**
 * A real Chromium for tests, headless. CHROMIUM_PATH names another browser than the one from the registry.
 *
 * The caller closes it; `await using browser = await launchBrowser()` does so by itself.
 * Only what a container needs is switched off: web security and site isolation stay on, so that a test sees what a reader
 * would see, a blocked script or a refused cross-origin call included.
 */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return chromium.launch({ executablePath: given, args: sandboxArguments() });
  const files = await unpackChromium();
  const libraries = [files.libraryFolder, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: files.executablePath,
    args: ['--disable-gpu', '--font-render-hinting=none', ...sandboxArguments()],
    env: { ...definedEnvironment(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: files.fontConfigPath },
  });
}

/** Chromium refuses its sandbox to root; containers also rarely allow the user namespaces that it needs. */
function sandboxArguments(): string[] {
  return ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage'];
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
