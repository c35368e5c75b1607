/** The upper half of IBM code page 437, in which wires of the DOS age wrote their accents; Node knows it not. */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const chunkBytes = 8_192;

export function decodeCodePage437(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    const codes = Array.from(bytes.subarray(from, from + chunkBytes), (byte) =>
      byte < 0x80 ? byte : upperHalf.charCodeAt(byte - 0x80),
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/**
 * Whether 8-bit text is of this code page and not Latin-1: its accented letters are from 80 to A5, where Latin-1 has
 * controls and signs, and its letters stand between letters. 92 is left out: in windows-1252 it is an apostrophe.
 */
export function looksLikeCodePage437(bytes: Uint8Array): boolean {
  let here = 0;
  let latin = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80 || byte === 0x92 || !(isLetter(bytes[at - 1]) && isLetter(bytes[at + 1]))) continue;
    if (byte <= 0xa5) here++;
    else if (byte >= 0xc0) latin++;
  }
  return here > 0 && here > 4 * latin;
}

function isLetter(byte = 0): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
