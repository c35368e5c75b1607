/** As far as HTML looks for its `meta` (WHATWG HTML 13.2.3.2). */
const lookedAtBytes = 1_024;

export interface DeclaredCharset {
  readonly label: string;
  /** As it is told to people: 'its XML declaration'. */
  readonly by: string;
}

/** What a document says of its own encoding in its first 1,024 bytes: by its XML declaration, or by a `meta` of HTML. */
export function declaredCharset(bytes: Uint8Array): DeclaredCharset | undefined {
  const head = asciiText(bytes.subarray(0, lookedAtBytes));
  const xml = /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1];
  if (xml) return { label: xml, by: 'its XML declaration' };
  const meta = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  return meta ? { label: meta, by: 'its meta element' } : undefined;
}

/** 'windows-1255' of 'text/xml; charset="windows-1255"', or of the label alone. */
export function charsetOfContentType(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return undefined;
  const parameter = /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(contentType)?.[1];
  return parameter ?? (/^[\w.:-]{1,40}$/.test(contentType) ? contentType : undefined);
}

function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
