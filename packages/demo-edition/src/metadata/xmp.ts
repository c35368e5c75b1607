import type { DemoPicture } from '../types.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign);

/** A language alternative: the same words as default and under the picture's own language. */
const alternatives = (text: string, language: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li><rdf:li xml:lang="${language}">${escaped(text)}</rdf:li></rdf:Alt>`;

const items = (texts: readonly string[]) => texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('');

const optional = (name: string, text: string | undefined) => (text ? `<${name}>${escaped(text)}</${name}>` : '');

/** IPTC NewsCodes: these pictures are made by a program, from no photograph and no training data. */
const madeByAlgorithm = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia';

const namespaces = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
  'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"',
  'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"',
].join(' ');

/** The XMP packet of a picture: what IIM says, and the alt text, which IIM has no place for. */
export function xmpOf(picture: DemoPicture): string {
  const { language } = picture;
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${namespaces}>`,
    `<dc:description>${alternatives(picture.caption, language)}</dc:description>`,
    `<dc:creator><rdf:Seq>${items([picture.creator])}</rdf:Seq></dc:creator>`,
    `<dc:rights>${alternatives(picture.copyrightNotice, language)}</dc:rights>`,
    `<dc:subject><rdf:Bag>${items(picture.keywords)}</rdf:Bag></dc:subject>`,
    `<photoshop:Credit>${escaped(picture.credit)}</photoshop:Credit>`,
    `<photoshop:DateCreated>${picture.capturedAt}</photoshop:DateCreated>`,
    optional('photoshop:City', picture.city),
    optional('photoshop:Country', picture.country),
    `<Iptc4xmpCore:AltTextAccessibility>${alternatives(picture.altText, language)}</Iptc4xmpCore:AltTextAccessibility>`,
    `<Iptc4xmpExt:DigitalSourceType>${madeByAlgorithm}</Iptc4xmpExt:DigitalSourceType>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('');
}
