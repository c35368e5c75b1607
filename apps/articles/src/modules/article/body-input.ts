import { createHash } from 'node:crypto';
import type { BodyElementInput, LiveEntryInput } from '../../__generated__/resolver-types.ts';
import type { BodyElement, EntryElement, LiveEntryElement } from './body-element.ts';
import { charactersOf, fault, parseElement, textOrNull } from './element-input.ts';
import { newestFirst } from './live-entries.ts';
import type { Fault } from './rules.ts';

/** In a story, and in an entry of a live story. */
export const maxElements = 1_000;
/** All elements of a story together. */
export const maxBodyCharacters = 2_000_000;
const maxHeadlineCharacters = 300;
const wellFormedId = /^[A-Za-z0-9_-]{1,64}$/;

type Parsed<Part> = { readonly part: Part | null; readonly faults: readonly Fault[] };

/**
 * A body as it was written, as elements with sanitised HTML and ids of their own, entries of a live story newest first; and
 * what is wrong with it. An entry without a time is told now.
 */
export function parseBody(
  inputs: readonly BodyElementInput[],
  now: Date = new Date(),
): { readonly body: BodyElement[]; readonly faults: Fault[] } {
  if (charactersOf(inputs) > maxBodyCharacters) {
    const message = `At most ${maxBodyCharacters} characters in a story.`;
    return { body: [], faults: [fault(['input', 'body'], 'TOO_LONG', message)] };
  }
  const taken = new Set<string>();
  const { part, faults } = parseAll<BodyElement>(inputs, ({ id, liveEntry, ...element }) => {
    if (liveEntry == null) return parsePlain({ id: id ?? null, ...element }, taken);
    if (Object.values(element).some((other) => other != null))
      return { part: null, faults: [fault([], 'NOT_ONE_ELEMENT', 'Give exactly one kind of element.')] };
    const { part: entry, faults: inEntry } = parseLiveEntry(liveEntry, { id, taken, now });
    return { part: entry, faults: inEntry.map((one) => ({ ...one, path: ['liveEntry', ...one.path] })) };
  });
  const all = faults.map((one) => ({ ...one, path: ['input', 'body', ...one.path] }));
  return { body: [...newestFirst(part)], faults: all };
}

/** Where an entry is read: the id that it is to keep, those that others have, and the time. */
export interface EntryPlace {
  readonly id?: string | null | undefined;
  readonly taken: Set<string>;
  readonly now: Date;
}

/** One entry of a live story. Paths of faults begin at the entry. */
export function parseLiveEntry(input: LiveEntryInput, { id, taken, now }: EntryPlace): Parsed<LiveEntryElement> {
  const headline = textOrNull(input.headline);
  const { part: body, faults } = parseAll(input.body, (element) =>
    element.liveEntry == null
      ? parsePlain(element, taken)
      : { part: null, faults: [fault(['liveEntry'], 'NESTED_ENTRY', 'An entry of a live story holds no entries.')] },
  );
  const all: Fault[] = faults.map((one) => ({ ...one, path: ['body', ...one.path] }));
  if ((headline?.length ?? 0) > maxHeadlineCharacters)
    all.push(fault(['headline'], 'TOO_LONG', `At most ${maxHeadlineCharacters} characters.`));
  if (headline === null && input.body.length === 0) all.push(fault(['body'], 'EMPTY', 'An entry says something.'));
  const publishedAt = (input.publishedAt == null ? now : new Date(input.publishedAt)).toISOString();
  const content = { kind: 'liveEntry' as const, headline, publishedAt, body };
  return { part: { ...content, id: freeId(id, content, taken) }, faults: all };
}

/** Every element by itself; too many or too much of them is one fault of the whole. */
function parseAll<Element>(
  inputs: readonly BodyElementInput[],
  parse: (input: BodyElementInput) => Parsed<Element>,
): { readonly part: Element[]; readonly faults: Fault[] } {
  if (inputs.length > maxElements)
    return { part: [], faults: [fault([], 'TOO_MANY_ELEMENTS', `At most ${maxElements} elements.`)] };
  const faults: Fault[] = [];
  const part = inputs.flatMap((input, index) => {
    const parsed = parse(input);
    faults.push(...parsed.faults.map((one) => ({ ...one, path: [String(index), ...one.path] })));
    return parsed.part === null ? [] : [parsed.part];
  });
  return { part, faults };
}

function parsePlain(input: BodyElementInput, taken: Set<string>): Parsed<EntryElement> {
  const content = parseElement(input);
  if ('code' in content) return { part: null, faults: [content] };
  return { part: { ...content, id: freeId(input.id, content, taken) } as EntryElement, faults: [] };
}

/** The id that was given, or one of what the element says: sent again, the same element of the same item keeps it. */
function freeId(given: string | null | undefined, content: object, taken: Set<string>): string {
  const id = given != null && wellFormedId.test(given) ? given : digestOf(content);
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  taken.add(free);
  return free;
}

function digestOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
}
