export interface XmlRoot {
  /** Without its prefix. */
  readonly name: string;
  /** Every address that the root declares as a namespace; the root's own is the first where it has one. */
  readonly namespaces: readonly string[];
}

const lead = /^(?:\s+|<\?.*?\?>|<!--.*?-->)/s;
/** The name ends where it ends, so that a long one that leads nowhere is read once. */
const doctype = /^<!DOCTYPE\s+([^\s>[]+)(?=[\s>[])[^>[]*(?:\[.*?\]\s*)?>/is;
const startTag = /^<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s+[^\s=<>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/;
const declaration = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root of what begins like XML, past declaration, comments and document type, which is never followed. */
export function sniffXmlRoot(head: string): (XmlRoot & { readonly doctype?: string }) | undefined {
  let rest = head;
  let documentType: string | undefined;
  for (;;) {
    const type = doctype.exec(rest);
    const skipped = type ?? lead.exec(rest);
    if (!skipped) break;
    documentType ??= type?.[1];
    rest = rest.slice(skipped[0].length);
  }
  const [, prefix = '', name, attributes = ''] = startTag.exec(rest) ?? [];
  const more = documentType === undefined ? {} : { doctype: documentType };
  if (name === undefined) return documentType === undefined ? undefined : { name: '', namespaces: [], ...more };
  const declared = [...attributes.matchAll(declaration)].map(([, bound, double, single]) => ({
    prefix: bound === undefined ? '' : `${bound}:`,
    address: double ?? single ?? '',
  }));
  const own = declared.find((one) => one.prefix === prefix);
  const others = declared.filter((one) => one !== own);
  return { name, namespaces: [...(own ? [own] : []), ...others].map(({ address }) => address), ...more };
}
