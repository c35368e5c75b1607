/** Characters that XML 1.0 (section 2.2) cannot hold, not even escaped, lone surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for XML or HTML, element or attribute: what has a meaning there is escaped, what may not stand there is dropped. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes; those that are undefined are left out. `content` is markup, see escapeMarkup. */
export function element(name: string, attributes: Attributes, content: string): string {
  return `<${name}${attributeText(attributes)}>${content}</${name}>`;
}

/** An element that holds nothing: `<br/>`. */
export function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${attributeText(attributes)}/>`;
}

/** An element that holds text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, attributes, escapeMarkup(text));
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeMarkup(String(value))}"`]))
    .join('');
}
