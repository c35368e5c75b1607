import type { ArticleDraft } from './article-draft.ts';
import { mara, priya, tomas } from './bylines.ts';

export const cultureEn: readonly ArticleDraft[] = [
  {
    slug: 'lantern-theatre-reopens',
    kicker: 'Theatre',
    headline: 'The Lantern reopens with the play that it closed on',
    standfirst:
      'Seven years ago the roof came down during the third act. On Thursday the company picked up at the same line.',
    dateline: 'PORT CALVER, Nov 20',
    section: 'culture',
    topics: ['theatre', 'port-calver'],
    by: [mara],
    urgency: 5,
    hoursAgo: 54,
    body: [
      { lead: 'stage-lantern-theatre' },
      'The last words spoken in the old Lantern were ‘and who will count the salt?’, after which eleven square metres of plaster fell into row F. It was a matinee; row F was empty. On Thursday evening a woman in a grey coat walked to the same spot on a new stage, waited until it was quiet, and asked the question again.',
      'She got four minutes of applause before she could have an answer. ‘The Salt Road’ is not an easy play, with its two hours of bargaining over a cart, and nobody would choose it for a gala. Everybody in the house understood why it had been chosen.',
      'The building is plainer than it was. The gilding is gone, the boxes too; in their place are ninety more seats and a fire exit for each of them, or so it feels. What the architects kept is the sound. A cough in the gallery still arrives on stage in perfect condition.',
      { quote: 'For seven years I have been in the middle of a sentence.', by: 'Ottilie Crane, actor', pull: true },
      'Of the eighteen members of the old company eleven are back. Two have died, and their coats hang in the wings, with a note for the cleaners that they are not lost property.',
      'The run is sold out until February. There are forty standing places on the day, at five crowns, for people who are able to count.',
    ],
  },
  {
    slug: 'the-library-that-lends-silence',
    kicker: 'Libraries',
    headline: 'The library that lends silence',
    standfirst:
      'Telephones stay at the door of the Wharf Library’s upper room. There is a waiting list for the chairs.',
    section: 'culture',
    topics: ['libraries', 'port-calver'],
    by: [priya],
    urgency: 7,
    hoursAgo: 188,
    body: [
      { lead: 'library-reading-room' },
      'The lockers are small, of the kind that one sees in swimming baths, and they are the most popular thing that the Wharf Library has ever bought. One puts in a telephone, takes out a key with a cork on it, and goes upstairs to a room with sixty chairs and nothing to do but read.',
      'It began with a broken aerial. For nine days in March the upper floor had no signal, and the librarians noticed that people stayed for three hours who used to stay for one. When the aerial was mended, somebody asked whether it could be broken again.',
      'The rules fit on a card. No telephones, no typing, no talking; pencils are lent, and so are blankets. A chair may be reserved for two hours, free of charge. In October the waiting list stood at nine days.',
      { h2: 'What people read' },
      'Long things, it turns out. The loans that leave the upper room are half as long again as the loans of the rest of the house. Atlases are read, from cover to cover, by a man who has asked us not to say more than that.',
      { quote: 'I came for the quiet and I have stayed for the atlas.', by: 'a reader' },
      'Two other towns are copying the idea. The Wharf’s advice to them is practical: buy more lockers than you think, and put a clock on the wall that does not tick.',
    ],
  },
  {
    slug: 'night-market-in-the-rope-yard',
    kicker: 'Food',
    headline: 'Four thousand people, sixty stalls, one dishwasher: a night in the rope yard',
    standfirst: 'Port Calver’s Friday market has given up throw-away plates. It now runs on a machine called Beatrice.',
    section: 'culture',
    topics: ['food', 'markets', 'port-calver'],
    by: [tomas],
    urgency: 7,
    hoursAgo: 33,
    body: [
      { lead: 'market-lantern-night' },
      'Beatrice is three metres long, was built for an army and can wash 2,400 plates an hour. She stands at the far end of the old rope yard under a tarpaulin, and on Friday nights between six and midnight she is the busiest citizen of Port Calver.',
      'The market decided in June that every dish would be served on a real plate with a deposit of two crowns. Stallholders predicted queues, thefts and rain. They got the rain. Of 31,000 plates lent in the first five months, 212 have not come back, and some of those have been seen in the windows of the students’ hostel.',
      'What there is to eat has changed too. A plate holds less than a carton but may be carried to a table, and at a table one stays. Soup has returned. So has the smoked eel with beetroot, which was never possible with a wooden fork.',
      {
        list: [
          'Smoked eel, beetroot and rye at the Lenn sisters’ stall: 11 crowns',
          'Chickpea pancakes with burnt lemon: 7 crowns',
          'Pears in red wine, in honour of the <em>Aurelie</em>: 6 crowns',
        ],
      },
      'The stallholders, who had voted against it, would not go back. They save about four crowns in every hundred on cartons, and they have got to know each other in the queue for clean plates. Two of them are to be married in April, on a Friday, naturally, between the eel and the pancakes.',
      'The deposit has a side effect that no one had planned. Children collect forgotten plates and live on the proceeds. ‘It is the only job in town,’ one of them told us, aged nine, ‘where you are paid in pancakes.’',
    ],
  },
];
