const mediaTopics = /^(?:https?:\/\/)?cv\.iptc\.org\/newscodes\/mediatopics?\/(\d{8})\/?$/i;

/**
 * 'medtop:20000010' from whatever a wire writes for a Media Topic: the code with its alias, the address in IPTC's
 * vocabulary, or the bare digits with the name of their scheme. Digits alone are taken only from 20000000 on: below that
 * they are as well those of IPTC's older subject codes.
 */
export function mediaTopicCode(code: string | undefined, scheme?: string): string | undefined {
  const written = code?.trim() ?? '';
  const withAlias = /^(?:medtop|mediatopics?|iptc-?mediatopics?):(\d{8})$/i.exec(written) ?? mediaTopics.exec(written);
  if (withAlias) return `medtop:${withAlias[1]}`;
  if (!/^\d{8}$/.test(written)) return undefined;
  const isOfScheme = scheme ? /medtop|media_?-?topic/i.test(scheme) : /^2\d{7}$/.test(written);
  return isOfScheme ? `medtop:${written}` : undefined;
}
