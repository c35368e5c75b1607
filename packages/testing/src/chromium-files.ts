import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Where one unpacked Chromium lies: the binary, the libraries a bare Debian lacks, and the fonts' configuration. */
export interface ChromiumFiles {
  readonly executablePath: string;
  readonly libraryFolder: string;
  readonly fontConfigPath: string;
}

// Run in a child, because @sparticuz/chromium unpacks into os.tmpdir() and nowhere else, and TMPDIR must not change for us.
// al2023 holds the NSS libraries: the package unpacks them only on Lambda, and a bare Debian has none either.
const unpackSource = `
  const { default: chromium, inflate } = await import(process.argv[1]);
  await chromium.executablePath();
  await inflate(process.argv[2]);
`;

/**
 * Unpacks Chromium once per user and version, and gives the paths.
 *
 * The package itself treats a half-written binary as ready, so two test files starting together would break each other.
 * Here the files are unpacked aside and moved into place in one step; whoever comes second uses what is there.
 */
export async function unpackChromium(): Promise<ChromiumFiles> {
  const moduleUrl = import.meta.resolve('@sparticuz/chromium');
  const packageFolder = dirname(dirname(fileURLToPath(moduleUrl)));
  const { version } = require(join(packageFolder, 'package.json')) as { version: string };
  const folder = join(tmpdir(), `dateline-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  if (!existsSync(folder)) await unpackInto(folder, moduleUrl, join(packageFolder, 'bin', 'al2023.tar.br'));
  return {
    executablePath: join(folder, 'chromium'),
    libraryFolder: join(folder, 'al2023', 'lib'),
    fontConfigPath: await writeFontConfig(folder),
  };
}

async function unpackInto(folder: string, moduleUrl: string, librariesArchive: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  const args = ['--input-type=module', '--eval', unpackSource, moduleUrl, librariesArchive];
  await run(process.execPath, args, { env: { ...process.env, TMPDIR: staging } });
  try {
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/**
 * Chromium's archive brings Open Sans only. Hebrew and Arabic come from Noto, so that a page looks and measures the same
 * on a machine without any font; what the machine has is used after these.
 */
async function writeFontConfig(folder: string): Promise<string> {
  const modules = [import.meta.resolve('@embedpdf/fonts-hebrew'), import.meta.resolve('@embedpdf/fonts-arabic')];
  const notoFolders = modules.map((url) => fileURLToPath(new URL('../fonts', url)));
  const folders = [join(folder, 'fonts'), ...notoFolders, '/usr/share/fonts', '/usr/local/share/fonts'];
  const directories = folders.map((path) => `  <dir>${path}</dir>`).join('\n');
  const cacheFolder = join(folder, 'font-cache');
  await mkdir(cacheFolder, { recursive: true });
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${directories}
  <cachedir>${cacheFolder}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>Noto Sans Hebrew</family><family>Noto Naskh Arabic</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Open Sans</family><family>Noto Sans Hebrew</family><family>Noto Naskh Arabic</family></prefer></alias>
</fontconfig>
`;
  const path = join(folder, `fonts-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.conf`);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, path);
  return path;
}
