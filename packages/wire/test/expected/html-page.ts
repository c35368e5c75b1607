import type { NewsItem } from '../../src/news-item.ts';

export const harbourPage: NewsItem = {
  source: 'meridian.example',
  sourceId: 'https://www.meridian.example/news/harbour-reopens?utm=1',
  format: 'html-page',
  type: 'text',
  versionCreatedAt: '2025-03-02T11:00:00+01:00',
  pubStatus: 'usable',
  language: 'en-GB',
  headline: 'Harbour reopens after "worst storm"',
  standfirst: 'Ships line up outside the breakwater.',
  body: [
    {
      kind: 'figure',
      role: 'LEAD',
      caption: 'The lighthouse at dawn',
      credit: 'Bo Li/Meridian',
      altText: 'A lighthouse',
      picture: {
        url: 'https://img.meridian.example/harbour-lighthouse-1200x800.jpg',
      },
    },
    {
      kind: 'paragraph',
      html: 'The harbour of Port Elm opened again on Sunday, two days after the <a href="https://www.meridian.example/news/storm">storm</a> that closed it, and the first ships came in before noon, pilots said.',
    },
    {
      kind: 'paragraph',
      html: 'Forty vessels had waited outside the breakwater, some of them with fruit that would not have lasted another day, according to the harbour master, who spoke to reporters on the quay.',
    },
    {
      kind: 'heading',
      level: 2,
      text: 'Slow start',
    },
    {
      kind: 'figure',
      role: 'INLINE',
      caption: 'Cranes stood still',
      credit: 'Reuters',
      picture: {
        url: 'https://www.meridian.example/img/cranes.jpg',
        width: 800,
        height: 600,
      },
    },
    {
      kind: 'paragraph',
      html: 'Cranes are to work at half speed until divers have looked at the foundations of the eastern quay, where the waves had torn away several metres of stone, he said.',
    },
    {
      kind: 'quote',
      html: 'We have never seen such a sea.',
      attribution: 'Harbour master',
      pull: false,
    },
    {
      kind: 'paragraph',
      html: 'Insurers expect claims, but gave no figure, and the ministry said that it would publish a first estimate later this week, after talks with the owners of the terminals.',
    },
  ],
  firstPublishedAt: '2025-03-02T09:30:00+01:00',
  publishedAt: '2025-03-02T09:30:00+01:00',
  updatedAt: '2025-03-02T11:00:00+01:00',
  bylines: [
    {
      name: 'Ada Byron',
      role: 'Shipping correspondent',
    },
    {
      name: 'Bo Li',
    },
  ],
  topics: [
    {
      title: 'Port Elm',
      kind: 'PLACE',
    },
    {
      title: 'World',
    },
    {
      title: 'Shipping',
    },
  ],
  keywords: ['harbour', 'storm'],
  creditLine: 'Meridian Media',
  isAccessibleForFree: false,
  corrections: [
    {
      note: 'An earlier version had the wrong pier.',
      at: '2025-03-02T10:45:00+01:00',
    },
  ],
  copyright: '© 2025 Meridian Media',
  url: 'https://www.meridian.example/news/harbour-reopens?utm=1',
};
