import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import type { MarkupElement, MarkupNode } from './markup-tree.ts';
import { type XmlLimits, xmlLimits } from './xml/limits.ts';
import { namedEntities } from './xml/named-entities.ts';

/** XML that cannot be read, and where. Everything before that place has been answered. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly line: number;
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(`${reason} (line ${line}, column ${column})`);
    this.line = line;
    this.column = column;
  }
}

/** An element that was looked for, as a tree, and the line on which it begins. */
export interface FoundElement {
  readonly element: MarkupElement;
  readonly line: number;
}

/** Whether the element at the end of a path of names, from the root, is answered as a tree. */
export type WantedPath = (path: readonly string[]) => boolean;

interface OpenElement extends MarkupElement {
  readonly children: MarkupNode[];
}

/** An input that is given piece by piece. Both answer the elements that were completed since the last call. */
interface XmlReader {
  write(chunk: string): FoundElement[];
  end(): FoundElement[];
}

/**
 * Reads XML 1.0 with namespaces as it comes, and keeps nothing but the element under way. There is no DTD: a document type
 * with declarations of its own is refused, one that names a file is passed over, nothing is ever loaded, and the only
 * entities are those of XML and HTML's single characters. Throws XmlError on what is malformed, cut off or beyond a limit.
 */
function xmlReader(isWanted: WantedPath, limits: XmlLimits = xmlLimits): XmlReader {
  const parser = new SaxesParser({ xmlns: true });
  Object.assign(parser.ENTITIES, namedEntities);
  const path: string[] = [];
  const open: OpenElement[] = [];
  let found: FoundElement[] = [];
  let begun = { line: 0, position: 0 };
  let lastEventAt = 0;
  let length = 0;
  let written = 0;
  let attributeCount = 0;
  let elementCount = 0;

  const refuse = (reason: string): never => {
    throw new XmlError(reason, parser.line, parser.column);
  };
  const note = () => {
    lastEventAt = parser.position;
    if (open.length > 0 && parser.position - begun.position > limits.maxItemLength)
      refuse(`an element is longer than ${limits.maxItemLength} characters`);
  };
  const addText = (text: string) => {
    note();
    open.at(-1)?.children.push(text);
  };

  parser.on('error', (error) => refuse(error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('doctype', (type) => {
    note();
    if (type.includes('[')) refuse('a document type with declarations of its own is not read');
  });
  parser.on('comment', note);
  parser.on('processinginstruction', note);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentagstart', () => {
    attributeCount = 0;
  });
  parser.on('attribute', () => {
    attributeCount += 1;
    if (attributeCount > limits.maxAttributes) refuse(`an element has more than ${limits.maxAttributes} attributes`);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    note();
    path.push(local);
    if (path.length > limits.maxDepth) refuse(`elements are nested deeper than ${limits.maxDepth}`);
    if (open.length === 0 && !isWanted(path)) return;
    if (open.length === 0) {
      begun = { line: parser.line, position: parser.position };
      elementCount = 0;
    }
    elementCount += 1;
    if (elementCount > limits.maxItemElements) refuse(`an element holds more than ${limits.maxItemElements} others`);
    const element: OpenElement = {
      name: local,
      namespace: uri,
      attributes: attributesByName(Object.values(attributes)),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    note();
    path.pop();
    const element = open.pop();
    if (element && open.length === 0) found.push({ element, line: begun.line });
  });

  const taken = () => {
    const answer = found;
    found = [];
    return answer;
  };
  return {
    write(chunk) {
      const text = length === 0 ? chunk.replace(/^\ufeff?\s+/, '') : chunk;
      length += text.length;
      if (length > limits.maxLength) refuse(`the input is longer than ${limits.maxLength} characters`);
      for (let at = 0; at < text.length; at += maxPieceLength) {
        const piece = text.slice(at, at + maxPieceLength);
        parser.write(piece);
        written += piece.length;
        if (written - lastEventAt > limits.maxTextLength)
          refuse(`a text or a tag is longer than ${limits.maxTextLength} characters`);
      }
      return taken();
    },
    end() {
      parser.close();
      return taken();
    },
  };
}

/** By their own names, without declarations of namespaces; of two that are alike but for a prefix, the one without it. */
function attributesByName(attributes: readonly SaxesAttributeNS[]): Map<string, string> {
  const plain = attributes.filter(({ prefix, local }) => prefix === '' && local !== 'xmlns');
  const prefixed = attributes.filter(({ prefix }) => prefix !== '' && prefix !== 'xmlns');
  const named = [...prefixed, ...plain].map(({ prefix, local, value }): [string, string] => [
    prefix === 'xml' ? `xml:${local}` : local,
    value,
  ]);
  return new Map(named);
}

const maxPieceLength = 65_536;

/** The wanted elements of a text that is there whole. */
export function* readElementsOf(text: string, isWanted: WantedPath, limits?: XmlLimits): Generator<FoundElement> {
  const reader = xmlReader(isWanted, limits);
  for (let at = 0; at < text.length; at += maxPieceLength) yield* reader.write(text.slice(at, at + maxPieceLength));
  yield* reader.end();
}

/** The wanted elements as they are completed, from an input of any length. Throws XmlError behind the last whole one. */
export async function* readElements(
  chunks: AsyncIterable<string> | Iterable<string>,
  isWanted: WantedPath,
  limits?: XmlLimits,
): AsyncGenerator<FoundElement> {
  const reader = xmlReader(isWanted, limits);
  for await (const chunk of chunks) yield* reader.write(chunk);
  yield* reader.end();
}
