/** The direction in which a language is read, from its usual script (CLDR through Intl). */
export function textDirectionOf(language: string): 'LTR' | 'RTL' {
  const script = new Intl.Locale(language).maximize().script ?? '';
  return rightToLeftScripts.has(script) ? 'RTL' : 'LTR';
}

const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
