/** Letters of the scripts that are written from right to left, and the marks that stand for one (UAX #9, rule P2). */
const rightToLeft =
  '\\u200f\\u061c\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Hanifi_Rohingya}\\p{Script=Mandaic}\\p{Script=Samaritan}';
const firstStrong = new RegExp(`(?<rtl>(?=[\\p{L}\\u200f\\u061c])[${rightToLeft}])|[\\p{L}\\u200e]`, 'u');

/** The direction of a text by its first strong character; left to right where there is none. */
export function directionOf(text: string): 'LTR' | 'RTL' {
  return firstStrong.exec(text)?.groups?.['rtl'] === undefined ? 'LTR' : 'RTL';
}
