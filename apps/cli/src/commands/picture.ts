import type { Command } from 'commander';
import { uploadPictures } from '../picture/upload-pictures.ts';
import type { CommandDeps } from '../run.ts';
import { addGatewayOptions, type GatewayOptions, lazyGateway } from './gateway-options.ts';

interface Given extends GatewayOptions {
  readonly caption?: string;
  readonly credit?: string;
  readonly alt?: string;
}

export function addPictureCommand(program: Command, deps: CommandDeps): void {
  const command = program
    .command('picture')
    .description('Upload pictures and print their ids. The same bytes are one picture, however often they come.')
    .argument('<file...>', 'JPEG, PNG, WebP, AVIF or TIFF files')
    .option('--caption <text>', "what it shows (default: the picture's own metadata, as for the next two)")
    .option('--credit <name>', 'as the supplier writes it: Reuters')
    .option('--alt <text>', 'what it shows, for who cannot see it');
  addGatewayOptions(command).action(async (files: readonly string[], given: Given) => {
    const words = { caption: given.caption, credit: given.credit, altText: given.alt };
    const { cwd, terminal } = deps;
    deps.finish(await uploadPictures({ files, words, cwd, terminal, gateway: lazyGateway(given, deps) }));
  });
}
