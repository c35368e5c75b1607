import type { AttributionLanguage } from '../language.ts';

export const en: AttributionLanguage = {
  direction: 'LTR',
  label: 'Photo',
  suppliers: {
    afp: ['AFP', 'Agence France-Presse'],
    anadolu: ['Anadolu', 'Anadolu Agency', 'AA'],
    ap: ['AP', 'Associated Press', 'The Associated Press', 'AP Photo'],
    bloomberg: ['Bloomberg'],
    dpa: ['dpa'],
    epa: ['EPA'],
    getty: ['Getty Images', 'Getty', 'gettyimages'],
    reuters: ['Reuters'],
    shutterstock: ['Shutterstock'],
    tass: ['TASS'],
    wikimedia: ['Wikimedia Commons', 'Wikimedia'],
    xinhua: ['Xinhua'],
  },
};
