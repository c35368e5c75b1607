import type { AttributionLanguage } from '../language.ts';

export const he: AttributionLanguage = {
  direction: 'RTL',
  label: 'צילום',
  suppliers: {
    afp: ['אי־אף־פי', 'אי-אף-פי'],
    anadolu: ['אנאדולו'],
    ap: ['איי־פי', 'איי-פי', 'אי-פי'],
    bloomberg: ['בלומברג'],
    getty: ['גטי אימג׳ס', "גטי אימג'ס"],
    reuters: ['רויטרס'],
    shutterstock: ['שאטרסטוק'],
    tass: ['טאס'],
    wikimedia: ['ויקישיתוף'],
    xinhua: ['שינחואה'],
  },
};
