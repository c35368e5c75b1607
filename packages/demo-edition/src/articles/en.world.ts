import type { ArticleDraft } from './article-draft.ts';
import { mara, meridianWire } from './bylines.ts';

export const worldEn: readonly ArticleDraft[] = [
  {
    slug: 'merrow-strait-ferries-sail-again',
    previousSlugs: ['merrow-ferry-strike-ends'],
    kicker: 'Merrow Strait',
    headline: 'Ferries cross the Merrow Strait again as pilots end eleven-day strike',
    standfirst:
      'Both sides call the deal a draw. The first boat out carried lorry drivers, a school choir and 214 crates of late pears.',
    dateline: 'PORT CALVER, Nov 22',
    section: 'world',
    topics: ['merrow-strait', 'labour', 'ports'],
    by: [{ ...mara, role: 'in Port Calver' }, meridianWire],
    urgency: 2,
    hoursAgo: 1.75,
    updatedHoursAgo: 0.6,
    body: [
      { lead: 'harbour-merrow-ferries' },
      'The <em>Aurelie</em> left the inner quay at 4.10 this morning, eleven days and nine hours late, and nobody on the pier seemed to mind that it was raining. Harbour pilots had voted shortly after midnight, by 61 to 44, to accept a settlement that shortens their longest shift and postpones the question of pay.',
      'For most of this month the strait between Calvera and Osterby had been a road with its middle missing. Without a pilot on board, ships over 3,000 tonnes may not enter either port. Freight went round by the northern bridges, a detour of six hours; foot passengers stayed at home, or paid fishermen.',
      'Under the agreement no pilot will work more than ten hours without a night’s rest. The port gives up its plan to guide smaller vessels from a control room on shore, at least until an inquiry reports next summer. The pilots, for their part, drop a demand for a fifth watch at weekends.',
      {
        quote: 'We asked for sleep and we were offered money. It took eleven days to get back to sleep.',
        by: 'Henrik Sool, spokesman for the pilots',
        pull: true,
      },
      { figure: 'map-merrow-strait' },
      { h2: 'A queue of four days' },
      'The harbour office expects to need until Wednesday to clear the vessels at anchor. Perishable cargo goes first, then livestock feed, then everything else by order of arrival. Car passengers with a ticket from the strike may use it on any sailing before the end of January.',
      'In the market behind the quay, traders were already arguing about what the stoppage had cost. The chamber of commerce puts it at 38 million crowns, a figure that the pilots call ‘imaginative’. What nobody disputes is the pears: the choir had bought forty crates before the boat was out of sight.',
      'The inquiry into remote pilotage will be led by a retired judge, Anneke Rour, and will hear evidence in public from the second week of January.',
      {
        live: 'The second ferry is through',
        hoursAgo: 0.6,
        body: [
          'The <em>Tamsin</em> has passed the breakwater with 94 lorries on board. The harbour office expects the third sailing at noon, two hours earlier than it said this morning.',
          { quote: 'She handles like a full wardrobe. I have missed her.', by: 'Anke Dahl, master of the Tamsin' },
        ],
      },
      {
        live: 'Pears first, then everybody else',
        hoursAgo: 0.9,
        body: [
          'Perishable cargo is being called forward by number. Drivers who are not carrying fruit are asked to stay in their cabs and to keep the lanes free.',
          { related: 'tarn-osterby-water-treaty' },
        ],
      },
      {
        live: 'Buses to the inner quay from seven',
        hoursAgo: 1.3,
        body: [
          'The city has put on twelve extra buses between the central station and the inner quay. They are free until midnight.',
        ],
      },
    ],
  },
  {
    slug: 'tarn-osterby-water-treaty',
    kicker: 'Diplomacy',
    headline: 'Tarn and Osterby sign the water treaty that took thirty years',
    standfirst:
      'The two states will measure the Osse with the same instruments, publish the readings every hour and share what is there, in dry years as in wet ones.',
    dateline: 'KELL, Nov 20',
    section: 'world',
    topics: ['water', 'diplomacy', 'osse-river'],
    by: [mara],
    urgency: 3,
    hoursAgo: 41,
    corrections: [
      {
        note: 'An earlier version of this article said that the treaty covers two tributaries. It covers three: the Lenn, the Senn and the Upper Osse.',
        hoursAgo: 35,
      },
    ],
    body: [
      { lead: 'mountains-kell-source' },
      'The table was a plain one, the pens were borrowed, and the ceremony lasted nine minutes. Then the water ministers of Tarn and Osterby walked down to the gauge house at Kell and looked together at a number on a dial: 212 cubic metres a second. It was, officials said, the first reading of the Osse that both governments had ever agreed on.',
      'The treaty replaces a protocol from a time when the upper valley had four villages and no reservoir. It gives Osterby a fixed share of the flow and not, as before, a fixed amount; when the river falls, both countries take less. In return Tarn may raise the Kell dam by six metres.',
      { h2: 'What was agreed' },
      {
        list: [
          'Three tributaries are measured by <strong>one network of 27 gauges</strong>, owned by neither side.',
          'Readings are public, every hour, without delay.',
          'In a dry year, towns come first, then orchards, then power stations.',
          'A panel of three engineers settles disputes in thirty days.',
        ],
      },
      'Critics in both capitals say that thirty days is a long time for a tomato. Farmers’ unions in the Osterby delta had wanted a guaranteed minimum for July and August, and may yet challenge the text in court.',
      { figure: 'map-osse-basin' },
      'The negotiators admit to one trick. For two years they talked only about instruments: which gauge, which height, which clock. ‘By the time we came to the water,’ one of them said, ‘we had already agreed on how much there was, and that is nearly always what people fight about.’',
      'The treaty enters into force when both parliaments have ratified it, which is expected before the snow melts.',
    ],
  },
  {
    slug: 'saint-orla-storm-sea-wall',
    previousSlugs: ['saint-orla-storm-live', 'storm-warning-saint-orla'],
    kicker: 'Weather',
    headline: 'Storm cuts power to half of Saint Orla, but the sea wall holds',
    standfirst:
      'Waves of nine metres were measured off the north light. Nobody was hurt, and the trams were running again by noon.',
    dateline: 'SAINT ORLA, Nov 21',
    section: 'world',
    topics: ['weather', 'saint-orla'],
    by: [meridianWire],
    urgency: 3,
    hoursAgo: 19,
    updatedHoursAgo: 14,
    corrections: [
      {
        note: 'The wind speed at the north light was given in kilometres an hour and labelled as knots. The strongest gust was 139 kilometres an hour (75 knots).',
        hoursAgo: 15,
      },
    ],
    body: [
      { lead: 'storm-saint-orla' },
      'The lights went out on the eastern half of Saint Orla at 9.52 on Friday evening, street by street, as if somebody were walking through the town and closing doors. A substation had taken in salt water. For the next seven hours the only light on the shore was the lighthouse, which has its own batteries.',
      'The strongest gust, 139 kilometres an hour, came shortly before midnight. A buoy two miles out recorded a wave of 9.1 metres, the highest since it was laid in 2009.',
      'What did not happen is the story here. The new sea wall, finished in spring after four years of quarrels about the view, let through no more than what a bucket brigade could handle. The old fish market, which has flooded eleven times in this century, stayed dry.',
      {
        quote: 'I signed the petition against it. I will go and sign something for it, if anyone has a pen.',
        by: 'Marit Oake, fishmonger',
      },
      { figure: 'street-saint-orla-cleanup' },
      {
        embed: 'https://video.example.org/watch/saint-orla-wall',
        provider: 'Meridian Video',
        title: 'The wall at high water, seen from the lifeboat house',
      },
      'Crews from the mainland came over on the first lifeboat and had half of the houses connected by breakfast. The rest followed in the course of Saturday. Schools are to open on Monday as usual, to some disappointment.',
      'The island’s council meets on Tuesday. On its agenda, under other business, stands the substation, which is to be moved eleven metres uphill.',
    ],
  },
  {
    slug: 'osterby-night-train-returns',
    kicker: 'Travel',
    headline: 'After 22 years a night train runs along the coast again',
    standfirst:
      'Nine cars, 180 beds and one rule about suitcases: Osterby’s railway bets that people would rather sleep than fly.',
    dateline: 'LENN, Nov 20',
    section: 'world',
    topics: ['railways', 'travel'],
    by: [mara, { name: 'June Halloran', role: 'pictures' }],
    urgency: 5,
    hoursAgo: 44,
    body: [
      { lead: 'train-osterby-viaduct' },
      'At twenty past ten the corridor lights turn amber, the attendant comes through with a bell that she is not supposed to ring, and 180 people lie down in a row, more or less, and are carried south at ninety kilometres an hour. That is the whole idea. It was given up in 2004 because nobody could say what it was for.',
      'From Monday anyone may book. A bed in a shared compartment costs 49 crowns, a cabin for two 180. The last train of this kind was withdrawn when flights on the route cost less than the breakfast on board. There are now four flights a day where there used to be fifteen.',
      'The cars are not new. They were built for another country’s network, stood in a siding for eleven years and were taken apart down to the frames in the works at Ashmere. What was kept is the wood. What was added is a shower in every second car and sockets that a person can reach while lying down.',
      { h2: 'The arithmetic of sleep' },
      'The railway says that it needs to fill six beds in ten. In the trial weeks it filled eight, but those passengers were journalists, railway staff and their cousins. An honest answer will have to wait until February, when the sea is grey and no one has a good reason to travel.',
      'There is one rule, printed on every ticket. Suitcases go under the bed or not at all. ‘We tried everything else,’ said the project’s manager, who asked to be described as a person who has slept on a suitcase.',
    ],
  },
];
