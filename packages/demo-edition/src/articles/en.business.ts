import type { ArticleDraft } from './article-draft.ts';
import { meridianWire, owen } from './bylines.ts';

export const businessEn: readonly ArticleDraft[] = [
  {
    slug: 'port-calver-cranes-learn-to-wait',
    kicker: 'Trade',
    headline: 'Port Calver’s cranes learn to wait, and the port gets faster',
    standfirst:
      'Eleven cranes share one control room. The surprise is that they work best when some of them do nothing.',
    dateline: 'PORT CALVER, Nov 18',
    section: 'business',
    topics: ['ports', 'automation'],
    by: [owen],
    urgency: 5,
    hoursAgo: 96,
    body: [
      { lead: 'harbour-automated-cranes' },
      'From the gallery above Terminal Four the first impression is of idleness. Of eleven cranes, four are standing still with their arms up. Nobody is shouting. A ship from the south is being emptied at a rate of one container every 51 seconds, and a year ago it would have taken seventy.',
      'The port spent 90 million crowns on remote control and expected to save on wages. It did not, or not much: the drivers came down from their cabins and sit in a room together. What it gained is that they can see each other’s work. A crane that waits forty seconds for the one beside it saves three minutes of untangling lorries.',
      {
        table: [
          ['Q1 2025', '301,000', '70'],
          ['Q2 2025', '318,000', '66'],
          ['Q1 2026', '342,000', '55'],
          ['Q2 2026', '367,000', '51'],
        ],
        head: ['Quarter', 'Containers', 'Seconds per container'],
        caption: 'Terminal Four before and after the control room',
      },
      { figure: 'chart-port-throughput' },
      'The system suggests who should wait. The drivers decide. In the first weeks they overruled it nine times in ten; now it is one in five, and the engineers read those cases with care, because the drivers are usually right about wind.',
      { h2: 'Fewer hands, later' },
      'Other ports have come to look. They are shown the gallery, the control room and a whiteboard on which somebody keeps a tally of the occasions when the drivers were right and the system was wrong. It is not part of the official tour. Visitors photograph it more often than anything else.',
      'The union agreed to the change on the condition that nobody be dismissed before 2031. By then a third of the drivers will have retired. Whether they are replaced is a question that both sides have written down and put into a drawer.',
    ],
  },
  {
    slug: 'village-buys-its-own-turbines',
    kicker: 'Energy',
    headline: 'A village of 640 people bought four wind turbines. This winter they heat the school',
    standfirst:
      'Upper Senn tried for nine years to stop a wind farm on its hill. Then it asked what the hill would cost.',
    dateline: 'UPPER SENN, Nov 16',
    section: 'business',
    topics: ['wind-power', 'co-operatives', 'energy'],
    by: [owen],
    urgency: 6,
    hoursAgo: 138,
    body: [
      { lead: 'fields-dunholt-turbines' },
      'The most expensive thing about the turbines, says Gerda Holm, was the coffee. She chaired 114 meetings in the back room of the dairy, and at each of them somebody wanted to know what would happen if the wind stopped.',
      'It has stopped, for six days in September. The co-operative bought power like everyone else and lost 2,100 crowns. In the eleven months before, it had earned 1.3 million.',
      'The village had fought an outside developer through three courts. When the developer gave up, the option on the land was for sale, and 212 households put in between 500 and 20,000 crowns each. A bank in Dunholt lent the rest on one condition: that no one person own more than two per cent.',
      {
        quote: 'I was against them when they were somebody else’s. I do not find that I need to apologise for it.',
        by: 'Gerda Holm, chair of the co-operative',
      },
      'A tenth of the income goes to the school, which has taken out its oil boiler. Another tenth pays for the bus on Saturdays. What remains is paid out in May, and last year was, for the median household, 340 crowns: ‘a good bicycle’, as the treasurer put it in his report, ‘or a bad holiday’.',
      'Eleven other villages have asked for the co-operative’s statutes. They are sent out by post, with a warning about the coffee.',
    ],
  },
  {
    slug: 'why-a-loaf-costs-a-third-more',
    kicker: 'Prices',
    headline: 'Why a loaf costs a third more than it did two years ago',
    standfirst:
      'Wheat is cheaper than before the drought. We followed one loaf from the field to the counter to find where the money goes.',
    section: 'business',
    topics: ['food-prices', 'energy'],
    by: [owen, meridianWire],
    urgency: 6,
    hoursAgo: 158,
    body: [
      { lead: 'still-bakery-table' },
      'A kilo of rye bread at the Widgeon bakery in Ashmere costs 5.20 crowns. Two years ago it was 3.90. In the same time the flour in it has become cheaper by eleven cents, and so, when customers ask, ‘the wheat’ is not an answer that the baker will let pass.',
      'He let us read his books instead. Of the 1.30 that were added, 48 cents went to gas and electricity, 41 to wages, 22 to the rent of the shop and 9 to the van. The rest, a little under ten cents, he keeps, and he keeps it, he says, for the oven, which is older than he is.',
      {
        list: [
          'Energy: <strong>48 cents</strong>',
          'Wages: <strong>41 cents</strong>',
          'Rent: <strong>22 cents</strong>',
          'Transport: <strong>9 cents</strong>',
          'Kept: <strong>just under 10 cents</strong>',
        ],
      },
      'The large chains tell another story with the same end. They buy energy years in advance and paid less for it, but their rents are tied to an index, and the index has risen by a sixth. A loaf in a supermarket has gone up by 29 per cent, a loaf at the Widgeon by 33.',
      { h2: 'Will it come down?' },
      'Not soon. Economists at Dunholt who looked at forty years of prices found that bread follows energy upwards within ten weeks, and downwards within two years, if at all. They call it the rocket and the feather.',
      'The baker has his own forecast. When the oven goes, he will close for a month, and when he opens again the loaf will cost six crowns. He says so to everyone who comes in, so that nobody can say they were not told.',
    ],
  },
];
