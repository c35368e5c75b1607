/** What a keyword says beside the story's name: which version it is, or that it is only a piece. */
export interface Slug {
  /** The story's name in one form, for its id: 'bkn-heat-hawks'. */
  readonly key: string;
  /** As it stands, without the cycle and the version: 'BKN--Heat-Hawks'. */
  readonly name: string;
  /** The ordinal of the lead: '1' for '1st Ld-Writethru'. */
  readonly lead?: string | undefined;
  /** The ordinal of an add or take, which goes on where another message ends. */
  readonly part?: number | undefined;
  /** A sub or insert: a change to be made by hand in what stands. */
  readonly isFragment: boolean;
  /** 'KILL', 'ADVISORY' and the like behind the name. */
  readonly order?: string | undefined;
}

const cycle = /^(?:bc|am|pm|ap|ams|pms)[-\s]+/i;
const ordinal =
  /(\d{1,3})\s?(?:st|nd|rd|th)?[\s-]{0,2}(ld|lead|add|take|sub|insert|writethru|write-?thru|update|corr\w*)\b/i;
const named = /\b(add|take)[\s-]?(\d{1,3})\b/i;
const changes =
  /\b(?:writethru|write-?thru|lead|ld|add|take|sub|insert|update|urgent|bulletin|corr\w*|kill|eliminat\w*|withhold|advisory)\b/i;

/** An order in capitals behind a name that is not all in capitals itself. */
const orderInName = /(?<=\p{Ll}.*)\s((?:KILL|WITHHOLD|ADVISORY)\s*)$/u;

/** Reads a keyword or slug line: 'BC-BKN--Heat-Hawks, 1st Ld-Writethru,416'. */
export function readSlug(line: string): Slug {
  const [first = '', ...behind] = line
    .slice(0, 300)
    .replace(/,\s*\d{1,6}\s*$/, '')
    .split(',');
  const inName = /\s((?:\d{1,3}(?:st|nd|rd|th)|take|add|writethru)\b.*)$/i.exec(first) ?? orderInName.exec(first);
  const name = (inName ? first.slice(0, inName.index) : first).trim().replace(cycle, '').trim();
  const orders = [...behind, inName?.[1] ?? ''].join(' ').trim();
  const count = ordinal.exec(orders);
  const piece = named.exec(orders);
  const word = count?.[2]?.toLowerCase() ?? '';
  const isPart = word === 'add' || word === 'take' || piece !== null;
  const part = isPart ? Number(piece?.[2] ?? count?.[1]) : undefined;
  return {
    key: name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 120)
      .toWellFormed(),
    name: name.slice(0, 200).toWellFormed(),
    lead: count && !isPart && word !== 'sub' && word !== 'insert' ? count[1] : undefined,
    // The first take is the story itself.
    part: part === 1 && /take/i.test(orders) ? undefined : part,
    isFragment: /\b(sub|insert)s?\b/i.test(orders),
    order: changes.exec(orders)?.[0],
  };
}
