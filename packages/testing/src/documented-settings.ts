import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';

/** A setting's name, and its default as text; empty when it has none. */
export type DocumentedSetting = readonly [name: string, defaultValue: string];

const operations = new URL('../../../docs/operations.md', import.meta.url);

/** What the table below a service's heading in docs/operations.md lists, in its order. */
export function documentedSettings(service: string): readonly DocumentedSetting[] {
  const [, section = ''] = readFileSync(operations, 'utf8').split(new RegExp(`^### ${service}$`, 'm'));
  const [own = ''] = section.split(/^##/m);
  return own
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((row) => {
      const [name = '', defaultValue = ''] = row
        .split('|')
        .slice(1, 3)
        .map((cell) => cell.trim().replaceAll('`', ''));
      return [name, defaultValue];
    });
}

/** What a process reads from its environment, as its code has it. A file in a package is known by its name. */
export function codedSettings(settings: Readonly<Record<string, z.ZodType>>): readonly DocumentedSetting[] {
  return Object.entries(settings).map(([name, setting]) => {
    const { data } = setting.safeParse(undefined);
    if (data === undefined) return [name, ''];
    const text = typeof data === 'object' && !Array.isArray(data) ? JSON.stringify(data) : String(data);
    return [name, text.startsWith('/') ? basename(text) : text];
  });
}
