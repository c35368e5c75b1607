import type { NewsItem } from '../../src/news-item.ts';

export const embargoedCorrection: NewsItem = {
  source: 'agence.example',
  sourceId: 'urn:newsml:agence.example:20250301:TX-PAR-A01',
  format: 'newsml-1',
  type: 'text',
  version: '3',
  versionCreatedAt: '2025-03-01T08:30:00Z',
  pubStatus: 'usable',
  embargoedUntil: '2025-03-02T06:00:00Z',
  language: 'fr',
  headline: 'Le port rouvre',
  standfirst: 'Les navires attendent',
  dateline: 'PORT ELM, 1 mars 2025 (AE) -',
  body: [
    {
      kind: 'figure',
      role: 'LEAD',
      caption: "Le phare à l'aube",
      credit: 'AE/Bo LI',
      picture: {
        fileName: 'l.jpg',
        mimeType: 'image/jpeg',
        width: 1200,
        height: 800,
      },
    },
    {
      kind: 'paragraph',
      html: 'Premier alinéa.',
    },
    {
      kind: 'paragraph',
      html: 'Second &amp; dernier.',
    },
  ],
  firstPublishedAt: '2025-03-01T08:00:00Z',
  publishedAt: '2025-03-01T08:00:00Z',
  updatedAt: '2025-03-01T08:30:00Z',
  bylines: [
    {
      name: 'Ada BYRON',
    },
    {
      name: 'Bo LI',
    },
  ],
  topics: [
    {
      title: 'catastrophe',
      kind: 'SUBJECT',
      mediaTopic: 'medtop:20000154',
    },
    {
      title: 'Brest',
      kind: 'PLACE',
    },
  ],
  urgency: 2,
  genres: ['Analysis'],
  keywords: ['port', 'tempête'],
  slugline: 'port-tempête',
  editorialNote: 'Photos suivent',
  creditLine: 'AE',
  corrections: [
    {
      at: '2025-03-01T08:30:00Z',
    },
  ],
  copyright: '© AE 2025',
};

export const cancellation: NewsItem = {
  source: 'agence.example',
  sourceId: 'urn:newsml:agence.example:20250301:TX-PAR-A02',
  format: 'newsml-1',
  type: 'text',
  version: '4',
  pubStatus: 'canceled',
  language: 'und',
  headline: 'urn:newsml:agence.example:20250301:TX-PAR-A02',
  body: [],
  bylines: [],
  topics: [],
};
