import { cleanLine } from '../clean-text.ts';
import { trimMarks } from '../trim-marks.ts';

export interface WireHeader {
  readonly kind: 'anpa-1312' | 'iptc-7901';
  /** The service's letters and its running number: 'a0123', 'bkn014'. */
  readonly number: string;
  readonly source?: string | undefined;
  readonly urgency?: number | undefined;
  readonly category?: string | undefined;
  /** The keyword: what the desks call the story. */
  readonly keyword: string;
  /** 'MM-DD', where the header has it (ANPA). */
  readonly monthDay?: string | undefined;
  /** The sender's own id of the story and its version, where the free field has them (IPTC 7901, German agencies). */
  readonly storyId?: string | undefined;
  readonly version?: string | undefined;
  /** The text is a table: its lines are to be kept. */
  readonly isTabular: boolean;
}

/** ANPA's priorities: flash, bulletin, urgent, regular, deferred, and the advances. */
const priorities: Readonly<Record<string, number>> = { f: 1, b: 2, u: 3, r: 4, d: 5, a: 6, w: 7, s: 8 };

// biome-ignore lint/suspicious/noControlCharactersInRegex: US parts the fields
const anpaFirst = /^([a-z])(\d{3,4})(?:\u001f|\s|(?=[a-z-]|$))([\w-]{0,30})/i;
const anpaSecond =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: DC1 to DC4 say how the text is set
  /^([a-z]) ([a-z0-9]{1,3})\s?([\u0011-\u0014]{0,3})\s?(.{0,80}?)\s+(\d{1,2})-(\d{1,2})(?:\s+\d{1,6})?\s*$/i;
const iptcFirst = /^([a-z]{2,5})(\d{3,5})\s+(\d)\s+([a-z]{1,4})\s+(\d{1,6})(?:\s+(.{1,200}))?$/i;

/** The lines before STX, in the form of ANPA 1312 or of IPTC 7901; undefined when they are of neither. */
export function readHeader(head: string): WireHeader | undefined {
  // SYN, NUL and the like keep the line in step and say nothing; US and DC1 to DC4 are part of the form.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
  const lines = head.replaceAll(/[\u0000-\u0008\u000b-\u0010\u0015-\u001b\u007f]/g, '').split('\n');
  const [first = '', ...rest] = lines.filter((line) => line.trim() !== '');
  return iptcHeader(first.trim(), rest) ?? anpaHeader(first.trim(), rest);
}

function anpaHeader(first: string, [second = '']: readonly string[]): WireHeader | undefined {
  const service = anpaFirst.exec(first);
  if (!service) return undefined;
  const line = anpaSecond.exec(second);
  const [, priority = '', category, format = '', keyword, month = '', day = ''] = line ?? [];
  return {
    kind: 'anpa-1312',
    number: `${service[1]}${service[2]}`.toLowerCase(),
    urgency: Object.hasOwn(priorities, priority.toLowerCase()) ? priorities[priority.toLowerCase()] : undefined,
    category: category?.toLowerCase(),
    keyword: cleanLine(keyword ?? (line ? '' : second)) ?? '',
    monthDay: line ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined,
    isTabular: format.includes('\u0012'),
  };
}

function iptcHeader(first: string, rest: readonly string[]): WireHeader | undefined {
  const line = iptcFirst.exec(first);
  if (!line) return undefined;
  const [, source = '', number = '', priority, category, , free = ''] = line;
  const story = /\b(\d{6}-\d{2}-\d{5,6})(?:[#/](\d{1,4}))?/.exec(free);
  return {
    kind: 'iptc-7901',
    number: `${source}${number}`.toLowerCase(),
    source: agencyOf(free) ?? source.toLowerCase(),
    urgency: Number(priority) >= 1 && Number(priority) <= 8 ? Number(priority) : undefined,
    category: category?.toLowerCase(),
    keyword: cleanLine(rest.map((part) => trimMarks(part, ' ', '/= ')).join(' ')) ?? '',
    storyId: story?.[1],
    version: story?.[2],
    isTabular: false,
  };
}

/** The agency signs the free field: 'dpa 0027', 'vvvvb KNA 170123-…'. */
function agencyOf(free: string): string | undefined {
  return /\b(dpa|afp|apa|kna|epd|ap|rtr|reuters|ansa|sda|ats|belga|anp|tt|ntb|efe|lusa|pap|sid)\b/i
    .exec(free)?.[1]
    ?.toLowerCase();
}
