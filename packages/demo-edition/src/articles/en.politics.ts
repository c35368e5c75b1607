import type { ArticleDraft } from './article-draft.ts';
import { meridianWire, tomas } from './bylines.ts';

export const politicsEn: readonly ArticleDraft[] = [
  {
    slug: 'assembly-passes-budget-by-two-votes',
    kicker: 'Budget',
    headline: 'Assembly passes budget by two votes after a night of counting',
    standfirst:
      'The government found its majority at ten to five in the morning, in the form of a member who had come back for his umbrella.',
    dateline: 'PORT CALVER, Nov 20',
    section: 'politics',
    topics: ['budget', 'calvera-assembly'],
    by: [tomas],
    urgency: 3,
    hoursAgo: 49,
    corrections: [
      {
        note: 'The share of the budget that goes to railways is 7.4 per cent, not 4.7 per cent as an earlier version said.',
        hoursAgo: 40,
      },
    ],
    body: [
      { lead: 'assembly-calver-dome' },
      'Calvera has a budget. It has it by 76 votes to 74, which is as little as the rules allow without a second reading, and it has it because the member for Lower Senn, who had gone home with a cold, returned for his umbrella while the bells were ringing.',
      'The bill raises spending on railways and on home care, freezes the grants to universities and takes a tenth from the roads. The prime minister, Ilse Marden, called it ‘a budget for people who are waiting for something’. The leader of the opposition, Tobias Renk, said that they would now be waiting longer.',
      {
        table: [
          ['Health and home care', '31.2', '+4.1%'],
          ['Schools and universities', '22.8', '+0.3%'],
          ['Railways', '7.4', '+12.0%'],
          ['Roads', '5.1', '−10.2%'],
          ['Debt interest', '9.6', '+1.8%'],
        ],
        head: ['Item', 'Share of budget (%)', 'Change on last year'],
        caption: 'Where the money goes',
      },
      'The dispute that nearly sank it was a small one. Eleven members of the governing party represent districts where the bus is the only way out, and the cut to roads is also a cut to bus lanes. They were given, towards three in the morning, a fund of 40 million crowns and a promise in writing.',
      { figure: 'chart-budget-shares' },
      { h2: 'What happens next' },
      'The upper chamber may delay the bill by a month but may not change it. It has used that right twice in twenty years. Its president said on Thursday that she had read all 912 pages and would ‘sleep on most of them’.',
      'The umbrella, the Assembly’s porter confirmed, was where he had left it.',
    ],
  },
  {
    slug: 'ashmere-to-elect-a-mayor',
    kicker: 'Local government',
    headline: 'Ashmere will choose its own mayor for the first time',
    standfirst: 'A campaign that began in a barber’s shop has ended in a referendum with a turnout of 64 per cent.',
    dateline: 'ASHMERE, Nov 19',
    section: 'politics',
    topics: ['elections', 'ashmere'],
    by: [tomas],
    urgency: 4,
    hoursAgo: 77,
    body: [
      { lead: 'street-ashmere-tram' },
      'For ninety years the mayor of Ashmere has been appointed by a committee whose members could not all be named by any person this newspaper asked. In May that will end. In Sunday’s referendum 58 per cent voted to elect the mayor directly, and 64 per cent of the town came out to say so, one way or the other.',
      'The campaign was the idea of Lajos Winter, who cuts hair in Foundry Street and keeps a notebook of what he is told there. Over two winters the same complaint came up 311 times: nobody knew whom to write to about the trams.',
      { quote: 'People do not want a strong man. They want a person with a door.', by: 'Lajos Winter, barber' },
      'The council opposed the change almost to the end. A mayor with a mandate, it argued, would quarrel with the members without one, and both would wait for the courts. That may still come true: the law leaves open who appoints the head of the town’s building office, which is the post that everybody cares about.',
      { h2: 'Who may stand' },
      {
        list: [
          'Candidates need 400 signatures, at least 40 from each of the seven districts.',
          'Nobody may spend more than 60,000 crowns.',
          'If no one wins half of the votes, the two leaders meet again after two weeks.',
        ],
        ordered: true,
      },
      'Who will be? Two members of the council have said that they are thinking about it, which in Ashmere counts as a declaration. So has the head teacher of the school in Mill Lane. The owner of the football club has said that he is not thinking about it, and has had a photograph taken in front of the town hall.',
      'Mr Winter says that he will not be a candidate. He has, he points out, a full appointment book until June.',
    ],
  },
  {
    slug: 'lobby-register-opens',
    previousSlugs: ['new-lobbying-register-published'],
    kicker: 'Transparency',
    headline: 'The lobby register opens, with 412 names and one blank column',
    standfirst: 'From this week anyone may see who meets ministers. What they talk about is another matter.',
    section: 'politics',
    topics: ['lobbying', 'calvera-assembly'],
    by: [tomas, meridianWire],
    urgency: 5,
    hoursAgo: 118,
    corrections: [
      {
        note: 'The number of meetings entered in the first week was 96. An earlier version of this article counted eleven of them twice.',
        hoursAgo: 100,
      },
    ],
    body: [
      { lead: 'assembly-register-steps' },
      'The counter is on the ground floor, behind the cloakroom, and it is open from nine to four. On it lies a screen with 412 names: the companies, unions, charities and private persons who want something from the Assembly and have been told to say so.',
      'In the first week they entered 96 meetings. Energy firms account for a third of them, the association of pharmacists for nine, and a retired teacher from Dunholt, who would like the clocks to be left alone, for two.',
      'The law asks who met whom, when, and for how long. It also asks ‘on what subject’, and here the register falls silent. The form accepts up to 200 characters, and none at all is a number under 200. In 71 of the 96 entries the field is empty.',
      {
        quote: 'A register of meetings without subjects is a guest book. I have nothing against guest books.',
        by: 'Solveig Arden, professor of public law at Dunholt',
        pull: true,
      },
      'The government says that it will look at the form in spring. The opposition, which wrote the first draft of the law when it was in office, and left the same gap, says that spring is too late.',
      'Until then readers may do what this newspaper did: take the 96 meetings, lay the Assembly’s calendar over them, and see which bills were moved in the days after. A list is below the register’s own page, and so far it is a short one.',
    ],
  },
];
