import { isWireTime } from './wire-time.ts';

/** A message between its control characters: what stands before STX, between STX and ETX, and behind. */
export interface WireMessage {
  readonly head: string;
  readonly text: string;
  readonly trailer: string;
}

const startOfHeader = '\u0001';
const startOfText = '\u0002';
const endOfText = '\u0003';

/**
 * The messages of a transmission, parted at SOH (IPTC 7901 section 2, ANPA 1312). A file that lost its control characters
 * on the way is one message: its head ends at the first blank line, or where the lines with carets begin.
 */
export function splitMessages(transmission: string): WireMessage[] {
  const text = transmission.replaceAll(/\r\n?/g, '\n');
  const parts = text.includes(startOfHeader) ? text.split(startOfHeader).slice(1) : [text];
  return parts.filter((part) => part.trim() !== '').map(splitMessage);
}

function splitMessage(message: string): WireMessage {
  const from = message.indexOf(startOfText);
  const [head, rest] =
    from < 0 ? splitAt(message, headEnd(message)) : [message.slice(0, from), message.slice(from + 1)];
  const until = rest.indexOf(endOfText);
  if (until >= 0) return { head, text: rest.slice(0, until), trailer: rest.slice(until + 1) };
  // Without ETX the time is the last line that says something.
  const trimmed = rest.trimEnd();
  const last = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  return isWireTime(last)
    ? { head, text: trimmed.slice(0, -last.length), trailer: last }
    : { head, text: rest, trailer: '' };
}

function headEnd(message: string): number {
  const body = /\n[ \t]*\n|\n(?=\^)/.exec(message.trimStart());
  return body ? message.length - message.trimStart().length + body.index + 1 : message.length;
}

function splitAt(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at)];
}
