/** What goes out with every file that is made of a picture. */
export interface Rights {
  readonly credit: string | null;
  readonly copyrightNotice: string | null;
  readonly usageTerms: string | null;
}

/**
 * An XMP packet that says whose the picture is, and nothing else: search engines and partners read it from the file.
 * Null when there is nothing to say.
 */
export function rightsPacket({ credit, copyrightNotice, usageTerms }: Rights): string | null {
  const properties = [
    credit && `<photoshop:Credit>${escapeXml(credit)}</photoshop:Credit>`,
    copyrightNotice && `<dc:rights>${byDefault(copyrightNotice)}</dc:rights>`,
    usageTerms && `<xmpRights:UsageTerms>${byDefault(usageTerms)}</xmpRights:UsageTerms>`,
  ].filter(Boolean);
  if (properties.length === 0) return null;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">',
    ...properties,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('');
}

function byDefault(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapeXml(text: string): string {
  return text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);
}
