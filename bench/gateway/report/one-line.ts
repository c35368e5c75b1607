import { tmpdir } from 'node:os';
import { projectFolder } from '@dateline/scripts/house';

const maxLength = 300;

/** What a program said, fit for a line of the results: short, and without this machine's folders. */
export function oneLine(text: string): string {
  return text
    .replaceAll(`file://${projectFolder}`, '.')
    .replaceAll(projectFolder, '.')
    .replaceAll(tmpdir(), '<tmp>')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('`', "'")
    .slice(0, maxLength);
}
