import type { AttributionLanguage } from '../language.ts';

export const ar: AttributionLanguage = {
  direction: 'RTL',
  label: 'تصوير',
  suppliers: {
    afp: ['أ ف ب', 'أ.ف.ب', 'وكالة فرانس برس', 'فرانس برس'],
    anadolu: ['الأناضول', 'وكالة الأناضول'],
    ap: ['أسوشيتد برس', 'أ ب'],
    bloomberg: ['بلومبرغ'],
    dpa: ['د ب أ'],
    getty: ['غيتي إيمدجز', 'غيتي'],
    reuters: ['رويترز'],
    shutterstock: ['شترستوك'],
    tass: ['تاس'],
    wikimedia: ['ويكيميديا كومنز'],
    xinhua: ['شينخوا'],
  },
};
