import type { ContainerFillInput, FrontInput } from '../../__generated__/resolver-types.ts';
import type { Fault } from '../article/rules.ts';
import { slugFaults, titleFaults } from '../taxonomy/name-faults.ts';
import type { FrontRow } from './front.ts';

export const maxContainers = 30;
export const maxPins = 50;
/** A name of a look, for style sheets: lead, list, photo-strip. */
const displayName = /^[a-z][a-z0-9-]{0,39}$/;

/** What the names in an input have to be found among. */
export interface FrontNames {
  readonly containerIds: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly articleIds: ReadonlySet<string>;
}

/** What is wrong with an input for the front as it stands (null: there is none yet). The path leads to each fault. */
export function frontFaults(slug: string, current: FrontRow | null, input: FrontInput, names: FrontNames): Fault[] {
  const faults: Fault[] = slugFaults(slug, ['slug']);
  if (input.title != null || !current) faults.push(...titleFaults(input.title ?? '', ['input', 'title']));
  if (input.language == null && !current) {
    faults.push({ code: 'EMPTY', message: 'A front is in a language.', path: ['input', 'language'] });
  }
  const containers = input.containers ?? [];
  if (containers.length > maxContainers) {
    faults.push({ code: 'TOO_MANY', message: `At most ${maxContainers}.`, path: ['input', 'containers'] });
  }
  const seen = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const path = ['input', 'containers', String(index)];
    const { id, title, display, fill, pinnedArticleIds } = container;
    if (id != null && !names.containerIds.has(id)) faults.push(unknown('container', id, [...path, 'id']));
    if (id != null && seen.has(id)) faults.push(twice('A container stands', [...path, 'id']));
    if (id != null) seen.add(id);
    faults.push(...titleFaults(title, [...path, 'title']));
    if (!displayName.test(display)) {
      const message = 'A display is a short name of small letters, digits and dashes.';
      faults.push({ code: 'NOT_A_NAME', message, path: [...path, 'display'] });
    }
    faults.push(...fillFaults(fill, names, [...path, 'fill']));
    faults.push(...pinFaults(pinnedArticleIds ?? [], names, [...path, 'pinnedArticleIds']));
  }
  return faults;
}

function fillFaults(fill: ContainerFillInput, names: FrontNames, path: readonly string[]): Fault[] {
  const { sections, topics, maxUrgency } = fill;
  const faults = [
    ...(sections ?? [])
      .filter((slug) => !names.sections.has(slug))
      .map((slug) => unknown('section', slug, [...path, 'sections'])),
    ...(topics ?? [])
      .filter((slug) => !names.topics.has(slug))
      .map((slug) => unknown('topic', slug, [...path, 'topics'])),
  ];
  if (maxUrgency != null && (maxUrgency < 1 || maxUrgency > 8)) {
    faults.push({ code: 'OUT_OF_RANGE', message: 'Urgency goes from 1 (flash) to 8.', path: [...path, 'maxUrgency'] });
  }
  return faults;
}

function pinFaults(ids: readonly string[], { articleIds }: FrontNames, path: readonly string[]): Fault[] {
  const faults = ids.filter((id) => !articleIds.has(id)).map((id) => unknown('article', id, path));
  if (ids.length > maxPins) faults.push(tooManyPins(path));
  return faults;
}

/** An article is pinned once on a front: nobody has to guess which of two places it has. */
export function doublePinFaults(pins: ReadonlyMap<string, readonly string[]>): Fault[] {
  const all = [...pins.values()].flat();
  const doubles = new Set(all.filter((id, at) => all.indexOf(id) !== at));
  return [...doubles].map((id) => twice(`The article ${id} is pinned`, ['input', 'containers']));
}

export function tooManyPins(path: readonly string[]): Fault {
  return { code: 'TOO_MANY', message: `At most ${maxPins} in a container.`, path: [...path] };
}

export function unknown(what: string, name: string, path: readonly string[]): Fault {
  return { code: 'UNKNOWN', message: `There is no ${what} '${name}'.`, path: [...path] };
}

/** Another one curated the front in between: nothing is overwritten. */
export function versionFaults(expected: number | null | undefined, current: FrontRow | null): Fault[] {
  if ((expected ?? null) === (current?.version ?? null)) return [];
  const message = current
    ? `This was written from version ${expected ?? 'none'}, but version ${current.version} stands by now. Read it again and put your change on top.`
    : 'There is no such front, so it has no version yet.';
  return [{ code: 'VERSION_CONFLICT', message, path: ['expectedVersion'] }];
}

function twice(what: string, path: readonly string[]): Fault {
  return { code: 'DUPLICATE', message: `${what} twice.`, path: [...path] };
}
