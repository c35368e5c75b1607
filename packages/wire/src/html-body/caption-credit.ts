import { attributeOf, type MarkupElement, type MarkupNode, oneLine, rawTextOf } from '../markup-tree.ts';
import { creditIn, splitCredit } from '../page-text/caption.ts';

export interface CaptionParts {
  readonly caption?: string;
  readonly credit?: string;
}

const creditClass = /(^|[-_\s])(credit|credits|copyright|photographer|photocredit|image-source)([-_\s]|$)/i;

/**
 * A caption and its credit: what an element of the class 'credit' holds, or a <small> beside other words, or the
 * '(Photo: X)' at the end. No word is lost: what is no credit is caption.
 */
export function captionParts(captions: readonly MarkupElement[]): CaptionParts {
  const words: string[] = [];
  const credits: string[] = [];
  const small: string[] = [];
  const read = (node: MarkupNode) => {
    if (typeof node === 'string') words.push(node);
    else if (creditClass.test(attributeOf(node, 'class') ?? '')) credits.push(rawTextOf(node));
    else if (node.name === 'small') small.push(rawTextOf(node));
    else if (node.name === 'br') words.push(' ');
    else node.children.forEach(read);
  };
  for (const caption of captions) {
    read(caption);
    words.push(' ');
  }
  return partsOf(oneLine(words.join('')), creditOf(credits), creditOf(small));
}

function partsOf(shown: string, credit: string, small: string): CaptionParts {
  const words = shown.replace(/\s*\(\s*\)\s*\.?$/, '').trim();
  const named = [credit, words === '' ? '' : small].filter((part) => part !== '').join(' ');
  const left = words === '' ? small : words;
  if (named === '') return left === '' ? {} : withoutLastLine(splitCredit(left));
  return left === '' ? { credit: named } : { caption: left, credit: named };
}

const maxCreditLength = 100;

/** Pages put the credit after the caption's last sentence, too: 'Waves on Friday. Photo: Ada Lind/Agency'. */
function withoutLastLine(parts: CaptionParts): CaptionParts {
  const { caption, credit } = parts;
  if (caption === undefined || credit !== undefined) return parts;
  const alone = creditIn(caption);
  if (alone !== undefined && alone.length <= maxCreditLength) return { credit: alone };
  // The last end of a sentence, or bar, that a credit may stand behind.
  for (const end of [...caption.slice(-2 * maxCreditLength).matchAll(/(?<=[.!?…。])\s+|\s+[|–—•]\s+/g)].reverse()) {
    const from = Math.max(0, caption.length - 2 * maxCreditLength) + end.index;
    const named = creditIn(caption.slice(from + end[0].length));
    const before = caption.slice(0, from);
    if (named !== undefined && named.length <= maxCreditLength && before !== '')
      return { caption: before, credit: named };
  }
  return parts;
}

/** A name that was set apart in its line (UAX 9, FSI … PDI), as our own feeds do: it is set apart again where it is shown. */
const isolated = /^[\u2066-\u2068]([^\u2066-\u2069]*)\u2069$/;

/** 'Photo: Reuters' and '(Reuters)' are credited to Reuters. */
function creditOf(texts: readonly string[]): string {
  const shown = oneLine(texts.join(' '));
  const bare = /^\((.*)\)$/.exec(shown)?.[1] ?? shown;
  return (splitCredit(`(${bare})`).credit ?? bare).replace(isolated, '$1');
}
