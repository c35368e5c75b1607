import { type WireFormatName, wireFormatNames } from '@dateline/wire/wire-format';
import { type Command, Option } from 'commander';
import { importSources } from '../import/import-sources.ts';
import { language, milliseconds, timeZone, wholeNumber } from '../option-values.ts';
import type { CommandDeps } from '../run.ts';
import { addGatewayOptions, type GatewayOptions, lazyGateway } from './gateway-options.ts';

interface Given extends GatewayOptions {
  readonly format: 'auto' | WireFormatName;
  readonly language?: string;
  readonly timeZone?: string;
  readonly section?: string;
  readonly topic?: readonly string[];
  readonly source?: string;
  readonly sourceId?: string;
  readonly draft?: true;
  readonly watch?: true;
  readonly every: number;
  readonly dryRun?: true;
  readonly retry?: true;
  readonly pictures?: true;
  readonly quiet?: true;
  readonly concurrency: number;
  readonly batch: number;
  readonly allowPrivate?: true;
  readonly allowPrivateHost?: readonly string[];
}

/** A little below the body that the gateway takes of an editor by default (MAX_EDITOR_BODY_BYTES). */
const batchBytes = 900_000;

export function addImportCommand(program: Command, deps: CommandDeps): void {
  const command = program
    .command('import')
    .description(
      'Import stories from files, folders, archives (zip), addresses and standard input (-). Again changes nothing.',
    )
    .argument('[source...]', 'paths, http:// or https:// addresses, or -')
    .addOption(new Option('--format <name>', 'what they are').choices(['auto', ...wireFormatNames]).default('auto'))
    .option('--language <tag>', 'the language of items that name none: en, he, ar-EG', language)
    .option('--time-zone <zone>', 'the zone of dates without one: Asia/Jerusalem', timeZone)
    .option('--source <name>', 'who they come from, in place of what they say')
    .option('--source-id <id>', "the story's id at its source, for one file with one story")
    .option('--section <slug>', 'the section they go into')
    .option('--topic <slug>', 'a topic they are about; may be given again', oneMore)
    .option('--draft', 'leave new articles as drafts')
    .option('--dry-run', 'print what would change, and write nothing')
    .option('--watch', 'go on: follow folders, poll addresses, until Ctrl-C')
    .addOption(
      new Option('--every <time>', 'how often an address is polled, where its server allows that')
        .argParser(milliseconds)
        .default(300_000, '5m'),
    )
    .option('--retry', 'try again what failed before; with paths, their files are read anew')
    .option('--pictures', 'attach all pictures that earlier imports wait for')
    .option('--quiet', 'no line for what went in')
    .option('--concurrency <n>', 'batches under way at once, 1 to 8', wholeNumber(1, 8), 2)
    .option('--batch <n>', 'items in a batch, 1 to 200', wholeNumber(1, 200), 200)
    .option('--allow-private', 'let addresses that you type lie in a private network')
    .option('--allow-private-host <host>', 'let items name pictures at this private host; may be given again', oneMore);
  addGatewayOptions(command)
    .addHelpText('after', help)
    .action(async (names: readonly string[], given: Given) => {
      const { sourceId, retry = false, pictures = false } = given;
      if (sourceId !== undefined && names.length > 1)
        command.error('error: --source-id names one story; give one file');
      if (names.length === 0 && !retry && !pictures) command.error("error: missing required argument 'source'");
      if (given.watch && (names.includes('-') || given.dryRun))
        command.error('error: --watch follows folders and addresses, and writes');
      const { cwd, terminal } = deps;
      const signal = deps.stopped();
      deps.finish(
        await importSources(toCommand(names, given), { cwd, terminal, signal, gateway: lazyGateway(given, deps) }),
      );
    });
}

function toCommand(names: readonly string[], given: Given) {
  const { format, language, timeZone, source, sourceId } = given;
  return {
    names,
    choices: { sectionSlug: given.section, topicSlugs: given.topic, publish: !given.draft },
    reading: { format: format === 'auto' ? undefined : format, language, timeZone, source, sourceId },
    dryRun: given.dryRun ?? false,
    quiet: given.quiet ?? false,
    watch: given.watch ?? false,
    everyMs: given.every,
    retry: given.retry ?? false,
    allPictures: given.pictures ?? false,
    concurrency: given.concurrency,
    batchItems: given.batch,
    batchBytes,
    allowPrivate: given.allowPrivate ?? false,
    allowPrivateHosts: given.allowPrivateHost ?? [],
  };
}

const help = `
Examples:
  dateline import page.txt --language en --time-zone Asia/Jerusalem
  dateline import wires/ archive.zip --section world
  dateline import https://example.org/feed.xml --watch --every 10m
  cat story.json | dateline import - --dry-run

Exit code: 0 all went in; 1 something was at fault, the rest went in; 2 the gateway cannot be reached; 130 stopped.`;

function oneMore(slug: string, before: readonly string[] = []): readonly string[] {
  return [...before, slug];
}
