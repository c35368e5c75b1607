import { cleanLine } from '../clean-text.ts';
import { type MarkupElement, textOf } from '../markup-tree.ts';
import { webAddress } from '../web-address.ts';

/** A blog has as many authors as this and no more; beyond it they go by their login. */
const maxAuthors = 50_000;

/** What the head of an export says of all its posts. */
export interface WxrChannel {
  /** 'https://blog.example/', which makes the ids of posts unique. */
  siteUrl: string | undefined;
  language: string | undefined;
  /** Names as they are shown, by login. */
  readonly authors: Map<string, string>;
}

export function emptyChannel(): WxrChannel {
  return { siteUrl: undefined, language: undefined, authors: new Map() };
}

/** Takes in an element of the channel's head. */
export function readChannel(channel: WxrChannel, element: MarkupElement): void {
  const text = textOf(element);
  if (element.name === 'language') channel.language = text;
  else if (element.name === 'base_blog_url') channel.siteUrl = webAddress(text) ?? channel.siteUrl;
  else if (element.name === 'base_site_url' || element.name === 'link') channel.siteUrl ??= webAddress(text);
  else if (element.name === 'author' && channel.authors.size < maxAuthors) readAuthor(channel, element);
}

function readAuthor(channel: WxrChannel, element: MarkupElement): void {
  const part = (name: string) =>
    cleanLine(textOf(element.children.find((child) => typeof child !== 'string' && child.name === name)));
  const login = part('author_login');
  const whole = cleanLine(`${part('author_first_name') ?? ''} ${part('author_last_name') ?? ''}`);
  const shown = part('author_display_name') ?? whole;
  if (login && shown) channel.authors.set(login, shown);
}
