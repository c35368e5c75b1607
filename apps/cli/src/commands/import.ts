import type { Command } from 'commander';
import { importPages } from '../import/import-pages.ts';
import { language, timeZone } from '../option-values.ts';
import type { CommandDeps } from '../run.ts';
import { addGatewayOptions, type GatewayOptions, lazyGateway } from './gateway-options.ts';

interface Given extends GatewayOptions {
  readonly language: string;
  readonly timeZone: string;
  readonly section?: string;
  readonly topic?: readonly string[];
  readonly source?: string;
  readonly sourceId?: string;
  readonly draft?: true;
}

export function addImportCommand(program: Command, deps: CommandDeps): void {
  const command = program
    .command('import')
    .description('Import page text dumps, one article each, and publish them. Importing a page again changes nothing.')
    .argument('<file...>', 'text dumps of news pages, UTF-8')
    .requiredOption('--language <tag>', 'the language of the pages: en, he, ar-EG', language)
    .requiredOption('--time-zone <zone>', "the newsroom's time zone: Asia/Jerusalem", timeZone)
    .option('--section <slug>', 'the section they go into')
    .option('--topic <slug>', 'a topic they are about; may be given again', oneMore)
    .option('--source <name>', 'who they came from (default: page-text)')
    .option(
      '--source-id <id>',
      "the story's id at its source, for one file (default: made of headline and first-published time)",
    )
    .option('--draft', 'leave new articles as drafts');
  addGatewayOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  dateline import page.txt --language en --time-zone Asia/Jerusalem\n\nExit code 1 when a file was at fault; the others still go in.',
    )
    .action(async (files: readonly string[], given: Given) => {
      if (given.sourceId !== undefined && files.length > 1)
        command.error('error: --source-id names one story; give one file');
      const options = { ...given, sectionSlug: given.section, topicSlugs: given.topic, publish: !given.draft };
      const { cwd, terminal } = deps;
      deps.finish(await importPages({ files, options, cwd, terminal, gateway: lazyGateway(given, deps) }));
    });
}

function oneMore(slug: string, before: readonly string[] = []): readonly string[] {
  return [...before, slug];
}
