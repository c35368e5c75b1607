import type { ArticleDraft } from './article-draft.ts';
import { meridianWire, owen } from './bylines.ts';

export const sportEn: readonly ArticleDraft[] = [
  {
    slug: 'harbour-win-cup-from-two-down',
    kicker: 'Cup final',
    headline: 'Harbour come back from two down to win the cup in the 97th minute',
    standfirst: 'Ashmere Athletic were engraving their names when a goalkeeper went up for a corner.',
    dateline: 'PORT CALVER, Nov 21',
    section: 'football',
    topics: ['football', 'cup-final', 'port-calver'],
    by: [owen],
    urgency: 3,
    hoursAgo: 8.5,
    updatedHoursAgo: 6,
    body: [
      { lead: 'stadium-harbour-final' },
      'Calver Harbour 3, Ashmere Athletic 2. It will stand like that in the books, and in forty years somebody will look at it and think that it must have been an even match. It was not even for one minute of the ninety-seven.',
      'For an hour Ashmere were better in every part of the field. They scored after nine minutes, from a free kick that Bruno Aske bent round a wall which had come apart to look for him; and again after fifty, when Harbour’s defence stopped for a whistle that had been blown in the crowd.',
      {
        table: [
          ['9', 'Aske', '0–1'],
          ['50', 'Delacour', '0–2'],
          ['74', 'Imre', '1–2'],
          ['88', 'Osei', '2–2'],
          ['90+7', 'Kestrel', '3–2'],
        ],
        head: ['Minute', 'Scorer', 'Score'],
        caption: 'How it went',
      },
      'Then Harbour took off a defender and sent on Danilo Imre, who is nineteen and had played eleven minutes this season. He scored with his second touch. From then on it was a siege, and Ashmere, who had a train to catch at ten, began to look at the clock.',
      { figure: 'stadium-harbour-second-half' },
      'The last goal belongs to the goalkeeper. Piet Kestrel is 36, has a bad shoulder and had never crossed the halfway line in a match. At the final corner he ran up because, he said later, it would have been lonely to stay. The ball came off the post and struck him on the knee.',
      {
        quote: 'I would like to say that I meant it. My daughter has seen the pictures.',
        by: 'Piet Kestrel, goalkeeper',
        pull: true,
      },
      'The parade is on Monday at five, from the Breakwater Ground to the rope yard. The club asks supporters not to climb on Beatrice.',
    ],
  },
  {
    slug: 'baker-wins-kell-traverse',
    kicker: 'Running',
    headline: 'A baker wins the Kell Traverse, because she is used to getting up',
    standfirst: 'The 71-kilometre race starts at two in the morning. Sanne Widgeon says that she had already slept in.',
    dateline: 'KELL, Nov 21',
    section: 'sport',
    topics: ['running', 'kell-uplands'],
    by: [owen, meridianWire],
    urgency: 5,
    hoursAgo: 16,
    body: [
      { lead: 'mountains-kell-traverse' },
      'The favourites had come with two trainers each and a tent that imitates high altitude. Sanne Widgeon had come on the bus, after the early shift. Eight hours and fourteen minutes later she ran down into Kell through the cows and asked whether she was too late for the prize-giving. She was the first.',
      'The Traverse crosses three passes in the dark. It is decided on the last, at 2,140 metres, where the path is more a suggestion, and where on Saturday the fog was such that runners followed the sound of a bell that a volunteer rang every thirty seconds.',
      'Two of the leading men took the wrong gully and lost twenty minutes. Widgeon did not follow them because, she said, she could smell the river, and it was on the other side.',
      {
        list: [
          '1. Sanne Widgeon (Ashmere), 8:14:09',
          '2. Colm Farrow (Saint Orla), 8:21:40',
          '3. Yara Benedikt (Lenn), 8:22:03',
        ],
      },
      'It is the first time that a woman has won the race outright, and the first time that anybody has won it in shoes from a supermarket. The record, 7:58, stands from the dry year of 2015.',
      'The bakery in Ashmere stays closed on Sunday. A note on the door says: <em>gone up a hill</em>.',
    ],
  },
];

export const opinionEn: readonly ArticleDraft[] = [
  {
    slug: 'put-the-timetable-back-on-the-wall',
    kicker: 'Opinion',
    headline: 'Put the timetable back on the wall',
    standfirst: 'A sheet of paper behind glass needs no battery, no account and no permission to know where you are.',
    section: 'opinion',
    topics: ['railways', 'public-services'],
    by: [{ name: 'Tomas Verrin', role: 'political correspondent', contributorSlug: 'tomas-verrin' }],
    urgency: 8,
    hoursAgo: 64,
    body: [
      { lead: 'train-branch-line' },
      'There is a rectangle on the wall of the station at Lower Senn that is paler than the rest. For a hundred and ten years the timetable hung there. In April it was taken down to save, the railway tells me, 14,000 crowns a year on paper for the whole network. One is meant to use the application.',
      'I have the application. It is a good one. It knows that I once bought a ticket to the sea, and asks every Friday whether I would like another. It knows where the train is. What it cannot do is be looked at by six people at once, one of whom is ninety and has left her glasses at home and is being read to by a boy of eight.',
      'A timetable on a wall is a promise made in public. It says to everybody at the same time: at 7.14 there will be a train here. When there is none, six people know it and look at each other. An application makes the promise to each of us alone, and may quietly change it before we look again.',
      { h2: 'What 14,000 crowns buys' },
      'I do not want to be sentimental about paper. Paper is wrong the day after it is printed. But being wrong where everyone can see it is a kind of honesty, and being corrected by hand, with a pen, by a stationmaster who signs with his initials, is another.',
      'The railway has 212 stations. That comes to 66 crowns for each of them, every year: about what it pays for the flowers in the boardroom. I have asked. They are very nice flowers.',
    ],
  },
];
