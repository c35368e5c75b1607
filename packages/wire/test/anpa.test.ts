import { describe, expect, it } from 'vitest';
import { decodeText } from '../src/decode-text.ts';
import { parseAnpa } from '../src/parse.anpa.ts';
import { advisory, anpa, firstLead, german, germanKill, kill, match, secondTake, table } from './anpa-samples.ts';
import { cpuMs } from './cpu-time.ts';
import { itemsOf, onlyItem, reasonsOf } from './sample.ts';

describe('ANPA 1312', () => {
  it('gives every field of a story', () => {
    expect(onlyItem(parseAnpa(match, { language: 'en' }))).toEqual({
      source: 'AP',
      sourceId: 'fbo-harbour-match:2025-11-13',
      format: 'anpa',
      type: 'text',
      versionCreatedAt: '2025-11-13T15:09:00Z',
      pubStatus: 'usable',
      language: 'en',
      headline: 'Harbour side wins the last match of the year',
      standfirst: 'A late goal decides it',
      dateline: 'HAVEN, Northland (AP)',
      body: [
        { kind: 'paragraph', html: 'The harbour side won its last match. It was a “close thing,” they say.' },
        { kind: 'paragraph', html: 'Miles &amp; Roe &lt;2&gt; played.' },
        { kind: 'heading', level: 3, text: 'SCORERS' },
        { kind: 'paragraph', html: 'Roe 2.' },
      ],
      firstPublishedAt: '2025-11-13T15:09:00Z',
      publishedAt: '2025-11-13T15:09:00Z',
      updatedAt: '2025-11-13T15:09:00Z',
      bylines: [
        { name: 'JANE ROE', role: 'AP Sports Writers' },
        { name: 'RICHARD MILES', role: 'AP Sports Writers' },
      ],
      topics: [{ title: 'sport', kind: 'SUBJECT', mediaTopic: 'medtop:15000000' }],
      urgency: 4,
      slugline: 'FBO--Harbour-Match',
      editorialNote: 'AP Photo XNP101, XNP102\nEds: Will be updated.',
    });
  });

  it('a lead is a newer version of the same story, by its time', () => {
    const [first, lead] = itemsOf(parseAnpa(match + firstLead));
    expect(lead).toMatchObject({
      source: first?.source,
      sourceId: first?.sourceId,
      versionCreatedAt: '2025-11-13T16:20:00Z',
      headline: 'Harbour side wins, and its keeper retires',
    });
    expect(lead).not.toHaveProperty('firstPublishedAt');
  });

  it('a take goes on where the latest version ends; alone it is refused, as it would be half a story', () => {
    const [first, lead] = itemsOf(parseAnpa(match + firstLead + secondTake));
    expect(first?.body).toHaveLength(4);
    expect(lead?.body).toEqual([
      { kind: 'paragraph', html: 'The harbour side won.' },
      { kind: 'paragraph', html: 'The keeper will go to sea.' },
    ]);
    expect(reasonsOf(parseAnpa(secondTake))).toEqual([
      "message 1 is part 2 of 'FBO--Harbour-Match', whose beginning is not here",
    ]);
  });

  it('a kill kills the story of the day that it names, with its reason, whatever version stands', () => {
    const [story, taken] = itemsOf(parseAnpa(match + kill));
    expect(taken).toMatchObject({
      source: story?.source,
      sourceId: story?.sourceId,
      pubStatus: 'canceled',
      statusReason: 'Eds: Kill the story BC-FBO--Harbour-Match of Nov. 13.\nThe match was not played.',
      versionCreatedAt: '2025-11-14T01:00:00Z',
      body: [],
    });
    for (const item of [story, taken]) expect(item).not.toHaveProperty('version');
    const inJanuary = kill.replace('of Nov. 13', 'of Dec. 31').replace('11-14-25', '01-01-26');
    expect(onlyItem(parseAnpa(inJanuary)).sourceId).toBe('fbo-harbour-match:2025-12-31');
  });

  it('words of a kill in a story or its headline kill nothing', () => {
    for (const keyword of ['BC-US--Police Kill Suspect', 'BC-Kill-Bill-Review', 'BC-POLICE KILL'])
      for (const headline of ['Police kill suspect', 'TWO KILL FOR GOLD', 'Kill or cure'])
        expect(
          onlyItem(
            parseAnpa(
              anpa({ number: 'a0111', keyword, over: [`^${keyword},100<`, `^${headline}<`], text: ['\tText.'] }),
            ),
          ),
        ).toMatchObject({ pubStatus: 'usable', headline });
  });

  it('an advisory is for editors alone: withheld, with what it says', () => {
    expect(onlyItem(parseAnpa(advisory))).toMatchObject({
      pubStatus: 'withheld',
      statusReason: 'Nothing much.',
      body: [],
    });
  });

  it('a sub or insert is refused: it changes paragraphs of another message', () => {
    const sub = anpa({ number: 'a0119', keyword: 'BC-Ferry', over: ['^BC-Ferry, 1st Sub<'], text: ['\tText.'] });
    expect(reasonsOf(parseAnpa(sub))[0]).toContain('that is done by hand');
  });

  it('the lines of a table stay lines', () => {
    expect(onlyItem(parseAnpa(table)).body).toEqual([{ kind: 'paragraph', html: 'Haven 6:10 2.1<br>Isle 6:40 1.9' }]);
  });

  it('a flash without a headline has its first sentence as one', () => {
    const flash = anpa({
      number: 'a0118',
      keyword: 'BC-APNewsAlert',
      over: ['^BC-APNewsAlert<'],
      text: ['\t   HAVEN (AP) _ The bridge is open. More soon.'],
    });
    expect(onlyItem(parseAnpa(flash))).toMatchObject({ headline: 'The bridge is open', dateline: 'HAVEN (AP)' });
  });

  it('names in parentheses are no dateline', () => {
    const text = ['\t   Rep. Jones (Ohio) said so.', '\t   HAVEN (AP) _ No.'];
    const item = onlyItem(parseAnpa(anpa({ number: 'a0117', keyword: 'BC-X', over: ['^BC-X<', '^H<'], text })));
    expect(item).not.toHaveProperty('dateline');
    expect(item.body[0]).toEqual({ kind: 'paragraph', html: 'Rep. Jones (Ohio) said so.' });
  });
});

describe('IPTC 7901', () => {
  it('gives every field of a message as German agencies send it', () => {
    expect(onlyItem(parseAnpa(german, { language: 'de', timeZone: 'Europe/Berlin' }))).toEqual({
      source: 'kna',
      sourceId: '251113-89-00065',
      format: 'anpa',
      type: 'text',
      version: '2',
      versionCreatedAt: '2025-11-13T14:05:00+01:00',
      pubStatus: 'usable',
      language: 'de',
      headline: 'Kinder dürfen kostenlos fahren',
      dateline: 'Haven (KNA)',
      body: [
        { kind: 'paragraph', html: 'Kinder dürfen auf der Fähre kostenlos fahren.' },
        { kind: 'paragraph', html: 'Das gilt ab Montag.' },
      ],
      updatedAt: '2025-11-13T14:05:00+01:00',
      timeZone: 'Europe/Berlin',
      bylines: [{ name: 'Anna Schmidt' }, { name: 'Karl Weiß' }],
      topics: [{ title: 'politics', kind: 'SUBJECT', mediaTopic: 'medtop:11000000' }],
      urgency: 4,
      slugline: 'Hafen/Kinder',
      editorialNote: 'Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt\nTel: 030 1',
    });
  });

  it('a message that is taken back kills by the id of its story', () => {
    expect(onlyItem(parseAnpa(germanKill))).toMatchObject({
      sourceId: '251113-89-00065',
      version: '3',
      pubStatus: 'canceled',
      statusReason: 'Die Meldung ist falsch.',
      versionCreatedAt: '2025-11-13T17:00:00+01:00',
    });
  });

  it('without an id its number and day are one', () => {
    const plain = german.replace('vvvvb KNA 251113-89-00065#2', 'dpa 0027');
    expect(onlyItem(parseAnpa(plain))).toMatchObject({ source: 'dpa', sourceId: 'bkn014:2025-11-13' });
  });

  it('in code page 437 and in Latin-1 it is the same message', () => {
    const latin = Uint8Array.from(german, (character) => character.charCodeAt(0));
    const dos: Readonly<Record<string, number>> = { ä: 0x84, ö: 0x94, ü: 0x81, ß: 0xe1 };
    const old = Uint8Array.from(german, (character) => dos[character] ?? character.charCodeAt(0));
    const expected = onlyItem(parseAnpa(german));
    for (const bytes of [latin, old]) expect(onlyItem(parseAnpa(decodeText(bytes).text))).toEqual(expected);
  });
});

describe('what happens on the way', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that they are lost is what it is about
  const lost = (message: string) => message.replaceAll(/[\u0001-\u0008\u000e-\u001f]/g, '');

  it('a message that lost its control characters is the same story', () => {
    expect(onlyItem(parseAnpa(lost(match), { language: 'en' }))).toEqual(
      onlyItem(parseAnpa(match, { language: 'en' })),
    );
    expect(onlyItem(parseAnpa(lost(match).replaceAll('\r', ''))).body).toHaveLength(4);
  });

  it('a message without its last line has no date, and never that of today', () => {
    const item = onlyItem(parseAnpa(match.split('\u0003')[0] ?? ''));
    expect(item.sourceId).toBe('fbo-harbour-match:11-13');
    for (const name of ['versionCreatedAt', 'publishedAt', 'updatedAt']) expect(item).not.toHaveProperty(name);
  });

  it('noise between messages stops none of them', () => {
    const results = [...parseAnpa(`\0\u0016${match}\u0001garbage\r\n${firstLead}`)];
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(results[1]).toMatchObject({ place: 'message 2', reason: 'has no header of ANPA 1312 or of IPTC 7901' });
  });

  it.each(['', ' \r\n', 'just a text', '\u0001', '\u0001\u0002\u0003'])('%j gives a reason', (text) => {
    expect(reasonsOf(parseAnpa(text)).length).toBeGreaterThan(0);
  });

  it('runs of what stands at the ends of lines take no time', () => {
    for (const run of [' ', '<', '=', '^', '_', '\t', '=\n', '\u0001', 'a0001 ']) {
      const text = match.replace('its last match', run.repeat(100_000));
      expect(
        cpuMs(() => [...parseAnpa(text)]),
        JSON.stringify(run),
      ).toBeLessThan(1_000);
    }
  });
});
