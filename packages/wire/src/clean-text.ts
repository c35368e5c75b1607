/** Controls that no text of a story holds (tab, line feed and carriage return stay), and code points that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufdd0-\ufdef\ufffe\uffff]/g;

/** Text without what Postgres, XML and readers stumble over: NUL and other controls, byte order marks, lone surrogates. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(noText, '')
    .replace(/^\ufeff+/, '');
}

/** Most codes, names and addresses: nothing to be done. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/;

/** The text on one line, or undefined when nothing is left of it. */
export function cleanLine(text: string | undefined): string | undefined {
  if (text !== undefined && plainLine.test(text)) return text;
  return (
    cleanText(text ?? '')
      .replaceAll(/[\s\u0085]+/g, ' ')
      .trim() || undefined
  );
}
