import { type MessageDraft, readMessage } from './anpa/message.ts';
import { splitMessages } from './anpa/split-messages.ts';
import { itemFromDraft } from './draft-item.ts';
import { failedItem, type ParsedItem, type ParseOptions } from './parsed-item.ts';

const maxChars = 32 * 1024 * 1024;
const maxMessageChars = 2 * 1024 * 1024;

/**
 * Text wires of ANPA 1312 and IPTC 7901: one message or many, with or without their control characters. Adds and takes
 * are joined to the story that they go on, where that is in the same input; alone they are refused, as half a story would
 * wipe out the other half. No input makes it throw.
 */
export function* parseAnpa(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  if (text.length > maxChars) return yield failedItem('transmission', 'is larger than 32 MB of text');
  const messages = splitMessages(text);
  if (messages.length === 0) return yield failedItem('transmission', 'is empty');
  const results: (Story | ParsedItem)[] = [];
  const latest = new Map<string, Story>();
  for (const [at, message] of messages.entries()) {
    const place = `message ${at + 1}`;
    const read =
      message.text.length > maxMessageChars
        ? { ok: false as const, reason: 'is larger than 2 MB of text' }
        : readMessage(message, options);
    const result = read.ok ? placed(place, read.draft, latest) : failedItem(place, read.reason);
    if (result) results.push(result);
  }
  for (const result of results) yield 'begun' in result ? itemOf(result) : result;
}

/** A story of one input: its message, and those that go on where it ends. */
interface Story {
  readonly place: string;
  readonly begun: MessageDraft;
  readonly parts: MessageDraft[];
}

function placed(place: string, draft: MessageDraft, latest: Map<string, Story>): Story | ParsedItem | undefined {
  const id = draft.item.sourceId ?? '';
  if (draft.part === undefined) {
    const story = { place, begun: draft, parts: [] };
    latest.set(id, story);
    return story;
  }
  const begun = latest.get(id);
  if (!begun)
    return failedItem(place, `is part ${draft.part} of '${draft.item.slugline}', whose beginning is not here`);
  begun.parts.push(draft);
  return undefined;
}

function itemOf({ place, begun, parts }: Story): ParsedItem {
  const inOrder = parts.toSorted((one, other) => (one.part ?? 0) - (other.part ?? 0));
  const body = [begun, ...inOrder].flatMap(({ item }) => item.body ?? []);
  return itemFromDraft(place, { ...begun.item, body });
}
