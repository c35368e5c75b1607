/** Text wires with their control characters, written so that they can be seen. */
const SOH = '\u0001';
const STX = '\u0002';
const ETX = '\u0003';
const EOT = '\u0004';
const SYN = '\u0016';
const US = '\u001f';
const DC1 = '\u0011';
const DC2 = '\u0012';
const DC3 = '\u0013';

interface Anpa {
  readonly number: string;
  readonly category?: string;
  readonly keyword: string;
  readonly over: readonly string[];
  readonly text: readonly string[];
  readonly time?: string;
  readonly tabular?: boolean;
}

/** A message of ANPA 1312. */
export function anpa({
  number,
  category = 's',
  keyword,
  over,
  text,
  time = 'AP-WF-11-13-25 1509GMT',
  tabular,
}: Anpa): string {
  const head = `${SYN}${SYN}${SOH}${number}${US}north\r\nr ${category}${DC3}${tabular ? DC2 : DC1} ${keyword}  11-13 0466\r\n`;
  return `${head}${STX}${[...over, ...text].join('\r\n')}\r\n${ETX}${time}<\r\n${EOT}`;
}

export const match = anpa({
  number: 'a0101',
  keyword: 'BC-FBO--Harbour-Match',
  over: [
    '^BC-FBO--Harbour-Match,466<',
    '^Harbour side wins the last match of the year<',
    '^A late goal decides it<',
    '^AP Photo XNP101, XNP102<',
    '^Eds: Will be updated.<',
    '^By JANE ROE and RICHARD MILES=',
    '^AP Sports Writers=',
  ],
  text: [
    '\t   HAVEN, Northland (AP) _ The harbour side won its last match.',
    "It was a ``close thing,'' they say.",
    ' ',
    '\t   Miles & Roe <2> played.',
    '\t   ___',
    '^SCORERS<',
    '\t   Roe 2.',
  ],
});

export const firstLead = anpa({
  number: 'a0102',
  keyword: 'BC-FBO--Harbour-Match 1stLd-Writethru',
  over: ['^BC-FBO--Harbour-Match, 1st Ld-Writethru,480<', '^Harbour side wins, and its keeper retires<'],
  text: ['\t   HAVEN, Northland (AP) _ The harbour side won.'],
  time: 'AP-WF-11-13-25 1620GMT',
});

export const secondTake = anpa({
  number: 'a0103',
  keyword: 'BC-FBO--Harbour-Match 2nd Take',
  over: ['^BC-FBO--Harbour-Match, 2nd Take,90<'],
  text: ['\t   The keeper will go to sea.'],
  time: 'AP-WF-11-13-25 1630GMT',
});

export const kill = anpa({
  number: 'a0104',
  category: 'v',
  keyword: 'BC-FBO--Harbour-Match, KILL',
  over: ['^BC-FBO--Harbour-Match, KILL<', '^Eds: Kill the story BC-FBO--Harbour-Match of Nov. 13.<'],
  text: ['\t   The match was not played.'],
  time: 'AP-WF-11-14-25 0100GMT',
});

export const advisory = anpa({
  number: 'a0105',
  category: 'v',
  keyword: 'BC-AP-Planner',
  over: ['^BC-AP-Planner<', '^What we plan today<'],
  text: ['\t   Nothing much.'],
});

export const table = anpa({
  number: 'a0106',
  keyword: 'BC-Tides',
  over: ['^BC-Tides,20<', '^Tides<'],
  text: ['Haven    6:10   2.1', 'Isle     6:40   1.9'],
  tabular: true,
});

/** A message of IPTC 7901 as German agencies send it. */
export const german = `${SOH}bkn014 4 pl 171 vvvvb KNA 251113-89-00065#2\r\nHafen/Kinder/\r\n${STX}(Zusammenfassung)\r\nKinder dürfen\r\nkostenlos fahren\r\nVon Anna Schmidt und Karl Weiß=\r\n\r\nHaven (KNA) Kinder dürfen auf der Fähre\r\nkostenlos fahren.\r\n\r\nDas gilt ab Montag.\r\n\r\nDie folgenden Informationen sind nicht zur Veröffentlichung bestimmt\r\n\r\nTel: 030 1\r\n${ETX}\r\n131405 Nov 25\r\n${EOT}`;

/** The same agency takes it back. */
export const germanKill = `${SOH}bkn019 2 pl 20 vvvvb KNA 251113-89-00065#3\r\nHafen/Kinder\r\n${STX}ZURÜCKGEZOGEN - Kinder dürfen kostenlos fahren=\r\n\r\nDie Meldung ist falsch.\r\n${ETX}\r\n131700 MEZ Nov 25\r\n${EOT}`;
