import { cleanLine } from './clean-text.ts';
import { childOf, type MarkupElement, textOf } from './markup-tree.ts';
import type { ParsedItem, ParseOptions } from './parsed-item.ts';
import { pictureOfAttachment } from './wxr/attachment.ts';
import { emptyChannel, readChannel } from './wxr/channel.ts';
import { wxrPost } from './wxr/post.ts';
import { type WxrLimits, waitingPosts } from './wxr/waiting-posts.ts';
import { type XmlFormat, xmlItemStream, xmlItems } from './xml-items.ts';

/** A WordPress export (WXR 1.0 to 1.2): its posts and pages, with the pictures that it has of them. */
export function* parseWxr(text: string, options: ParseOptions = {}): Generator<ParsedItem> {
  yield* xmlItems(text, wxrFormat(options));
}

/** The same for an export as it comes: see waitingPosts for what is kept of it. */
export function streamWxr(
  chunks: AsyncIterable<string>,
  options: ParseOptions,
  limits?: WxrLimits,
): AsyncGenerator<ParsedItem> {
  return xmlItemStream(chunks, wxrFormat(options, limits));
}

const headNames = new Set(['language', 'link', 'base_site_url', 'base_blog_url', 'author']);

/** Menus, revisions, orders and what else plugins keep as posts are passed over; so are drafts that are empty. */
const storyTypes = new Set(['post', 'page']);

function wxrFormat(options: ParseOptions, limits?: WxrLimits): XmlFormat {
  const channel = emptyChannel();
  const waiting = waitingPosts(limits);
  let count = 0;
  return {
    isWanted: (path) =>
      path.length === 3 && path[1] === 'channel' && (path[2] === 'item' || headNames.has(path[2] ?? '')),
    itemsOf({ element }) {
      if (element.name !== 'item') {
        readChannel(channel, element);
        return [];
      }
      const type = textOf(childOf(element, 'post_type')) ?? 'post';
      if (type === 'attachment') return attachmentOf(element);
      if (!storyTypes.has(type) || isEmptyDraft(element)) return [];
      count += 1;
      return waiting.addPost(
        `post ${cleanLine(textOf(childOf(element, 'post_id'))) ?? count}`,
        wxrPost(element, channel, options),
      );
    },
    atEnd: () => waiting.end(),
    nothingFound: 'holds no channel of a WordPress export',
  };

  function attachmentOf(element: MarkupElement): ParsedItem[] {
    const id = textOf(childOf(element, 'post_id'));
    const picture = pictureOfAttachment(element);
    return id && picture ? waiting.addPicture(id, picture) : [];
  }
}

/** WordPress makes one whenever somebody opens the editor. */
function isEmptyDraft(item: MarkupElement): boolean {
  const status = textOf(childOf(item, 'status'));
  return status === 'auto-draft' || status === 'inherit' || (status === 'draft' && !textOf(childOf(item, 'title')));
}
