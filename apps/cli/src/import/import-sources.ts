import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { createGuardedFetch, type GuardedFetch } from '@dateline/service-kit/guarded-fetch';
import { CommandFault, InputFault } from '../faults.ts';
import type { Gateway } from '../gateway.ts';
import { readAddress } from '../input/address.ts';
import { type NamedSource, sourceNamed } from '../input/inputs-of.ts';
import { localFile } from '../input/local-file.ts';
import { isAddress, type WireInput } from '../input/wire-input.ts';
import type { Terminal } from '../terminal.ts';
import { createImportRun, type ImportRun, type ImportSettings } from './import-run.ts';
import { type Patience, patientGateway } from './patient-gateway.ts';
import { allLeftOver, someLeftOver } from './picture-delivery.ts';
import { showProgress } from './progress.ts';
import { retryFailures } from './retry-failures.ts';
import { watchSources } from './watch-sources.ts';

export interface ImportCommand extends ImportSettings {
  /** Paths, addresses, '-'. */
  readonly names: readonly string[];
  readonly watch: boolean;
  readonly everyMs: number;
  readonly retry: boolean;
  /** Attaches every picture that waits, and not only the first hundred. */
  readonly allPictures: boolean;
  /** Addresses that were typed may lie in the network of one's own. */
  readonly allowPrivate: boolean;
  /** Hosts of that network which items may name too. */
  readonly allowPrivateHosts: readonly string[];
}

export interface SourceDeps {
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Asked for once something was read: what holds nothing never reaches the network. */
  readonly gateway: () => Promise<Gateway>;
}

const interrupted = 130;

/** Imports all that was named, and tells what became of it. Answers the exit code. */
export async function importSources(command: ImportCommand, deps: SourceDeps): Promise<number> {
  const { terminal, signal } = deps;
  const typedHosts = command.names.filter(isAddress).flatMap((name) => URL.parse(name)?.hostname ?? []);
  await using typed = createGuardedFetch({ ownHosts: command.allowPrivate ? typedHosts.map(plainHost) : [] });
  await using guarded = createGuardedFetch({ ownHosts: command.allowPrivateHosts.map(plainHost) });
  const patience = patienceOf(command);
  const gateway = patiently(patience.stories, command.watch, deps);
  const pictureGateway = patiently(patience.pictures, false, deps);
  if (command.retry)
    return retryFailures({ ...command, terminal, signal, gateway, reopen: reopener(command, deps, typed) });

  const { sources, missing } = await openSources(command, { ...deps, guarded: typed });
  const [nothing] = missing;
  if (command.watch && nothing) throw new CommandFault(`${nothing.name}: ${nothing.reason}`);
  const progress = showProgress({ terminal, totalBytes: command.watch ? undefined : bytesOf(sources) });
  const run = createImportRun(command, { gateway, pictureGateway, guarded, terminal, signal, progress });
  for (const { name, reason } of missing) await run.fail(name, reason);
  try {
    if (command.watch)
      await watchSources({ sources, run, command, guarded: typed, places: () => placesOf(command, deps.cwd), ...deps });
    else await takeAll(sources, run, command, signal);
    await run.drain();
    if (!command.dryRun && run.hasDelivered) await run.clearMended();
    await attachWaiting(command, run, deps);
  } catch (error) {
    await run.saveFailures();
    throw error;
  } finally {
    progress.end();
    summarise(command, run, terminal);
  }
  if (signal.aborted && !command.watch) {
    terminal.fault('Stopped. What was under way went in; the same command again brings the rest.');
    return interrupted;
  }
  return run.tally.failed > 0 ? 1 : 0;
}

async function takeAll(
  sources: readonly NamedSource[],
  run: ImportRun,
  { reading }: ImportCommand,
  signal: AbortSignal,
): Promise<void> {
  using opened = new DisposableStack();
  let taken = 0;
  const take = async (input: WireInput) => {
    if (reading.sourceId !== undefined && taken++ > 0)
      throw new CommandFault('--source-id names one story, and there is more than one file.');
    await run.take(input);
  };
  for (const source of sources) {
    if (signal.aborted) break;
    await takeSource(source, { run, opened, signal, take });
  }
  // Archives stay open until then: the answers may want pictures from them.
  await run.drain();
}

interface Taking {
  readonly run: ImportRun;
  readonly opened: DisposableStack;
  readonly signal: AbortSignal;
  readonly take: (input: WireInput) => Promise<void>;
}

async function takeSource(source: NamedSource, { run, opened, signal, take }: Taking): Promise<void> {
  try {
    for await (const input of source.inputs(opened, run.fail)) {
      if (signal.aborted) return;
      await take(input);
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    await run.fail(source.name, error.message, isAddress(source.name) ? source.name : undefined);
  }
}

async function openSources(
  { names }: ImportCommand,
  deps: { readonly cwd: string; readonly signal: AbortSignal; readonly guarded: GuardedFetch },
) {
  const sources: NamedSource[] = [];
  const missing: { name: string; reason: string }[] = [];
  for (const name of names) {
    try {
      sources.push(await sourceNamed(name, deps));
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      missing.push({ name, reason: error.message });
    }
  }
  return { sources, missing };
}

function bytesOf(sources: readonly NamedSource[]): number | undefined {
  if (sources.some(({ bytes }) => bytes === undefined)) return undefined;
  return sources.reduce((sum, { bytes = 0 }) => sum + bytes, 0);
}

/** A watch waits for the gateway as long as it must; a single run gives up after a minute, and after a second for pictures. */
function patienceOf({ watch }: ImportCommand): { readonly stories: Bounds; readonly pictures: Bounds } {
  const pictures = { tries: 2, firstWaitMs: 500, maxWaitMs: 1_000 };
  if (watch) return { stories: { tries: Number.POSITIVE_INFINITY, firstWaitMs: 500, maxWaitMs: 60_000 }, pictures };
  return { stories: { tries: 7, firstWaitMs: 500, maxWaitMs: 15_000 }, pictures };
}

type Bounds = Pick<Patience, 'tries' | 'firstWaitMs' | 'maxWaitMs'>;

function patiently(bounds: Bounds, waitsForFirst: boolean, { gateway, terminal, signal }: SourceDeps) {
  const onWait = (waitMs: number, reason: string) =>
    terminal.fault(`waits ${(waitMs / 1_000).toFixed(1)} s: ${reason}`);
  let patient: Promise<Gateway> | undefined;
  return (): Promise<Gateway> => {
    patient ??= gateway().then((plain) => patientGateway(plain, { ...bounds, waitsForFirst, signal, onWait }));
    return patient;
  };
}

async function attachWaiting(command: ImportCommand, run: ImportRun, { cwd }: SourceDeps): Promise<void> {
  if (command.dryRun || !(run.hasDelivered || command.allPictures)) return;
  await run.attachLeftOver(await placesOf(command, cwd), command.allPictures ? allLeftOver : someLeftOver);
}

/** A file beside or in each path that was named: pictures are looked for there and below. */
async function placesOf({ names }: ImportCommand, cwd: string): Promise<WireInput[]> {
  const paths = names.filter((name) => name !== '-' && !isAddress(name)).map((name) => resolve(cwd, name));
  const isFolder = async (path: string) => (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  return Promise.all(paths.map(async (path) => localFile((await isFolder(path)) ? join(path, 'item') : path)));
}

/** Files are read again only below what was named, and addresses only that were. */
function reopener({ names }: ImportCommand, { cwd, signal }: SourceDeps, guarded: GuardedFetch) {
  const roots = names.filter((name) => name !== '-' && !isAddress(name)).map((name) => resolve(cwd, name));
  return async (file: string): Promise<WireInput | undefined> => {
    if (isAddress(file)) return names.includes(file) ? (await readAddress(file, { guarded, signal })).input : undefined;
    const isBelow = roots.some((root) => file === root || file.startsWith(root.endsWith(sep) ? root : root + sep));
    return isBelow && resolve(file) === file && !file.includes('!/') ? localFile(file) : undefined;
  };
}

function plainHost(host: string): string {
  return host.toLowerCase().replace(/^\[|\]$/g, '');
}

function summarise({ dryRun, watch }: ImportCommand, { tally, pictures }: ImportRun, terminal: Terminal): void {
  if (tally.total > 1 || watch) for (const line of tally.lines()) terminal.result(line);
  const { attached, waiting } = pictures;
  if (attached + waiting > 0)
    terminal.result(`pictures  ${attached} attached${waiting > 0 ? `, ${waiting} waiting` : ''}`);
  if (dryRun && tally.total > 0) terminal.result('Nothing was written: this was a dry run.');
}
