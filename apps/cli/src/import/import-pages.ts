import { resolve } from 'node:path';
import { ImportArticleDocument } from '../__generated__/operations.ts';
import { forEachFile } from '../each-file.ts';
import { InputFault } from '../faults.ts';
import { type Gateway, mendable } from '../gateway.ts';
import type { Terminal } from '../terminal.ts';
import { type ImportChoices, toImportInput } from './import-input.ts';
import { readPage } from './read-page.ts';

export interface ImportOptions extends ImportChoices {
  readonly language: string;
  readonly timeZone: string;
  readonly source?: string | undefined;
  readonly sourceId?: string | undefined;
}

interface ImportRun {
  readonly files: readonly string[];
  readonly options: ImportOptions;
  readonly cwd: string;
  readonly terminal: Terminal;
  /** Asked for once a page was read: a file that is none never reaches the network. */
  readonly gateway: () => Promise<Gateway>;
}

/** Imports page text dumps, one article each, and tells what became of every file. Answers the exit code. */
export async function importPages({ files, options, cwd, terminal, gateway }: ImportRun): Promise<0 | 1> {
  const { language, timeZone, source, sourceId } = options;
  const page = { language, timeZone, ...(source && { source }), ...(sourceId && { sourceId }) };
  return forEachFile(files, terminal, async (file) => {
    const item = await readPage(resolve(cwd, file), page);
    const { importArticle } = await (await gateway()).send(ImportArticleDocument, {
      input: toImportInput(item, options),
    });
    const { article, outcome, userErrors } = importArticle;
    if (!article || !outcome) throw new InputFault(mendable(userErrors) ?? 'the gateway did not say what became of it');
    const state = article.status === 'PUBLISHED' ? '' : ` (${article.status.toLowerCase()})`;
    return { outcome: outcome.toLowerCase(), about: `${article.headline}${state}  ${article.canonicalUrl}` };
  });
}
