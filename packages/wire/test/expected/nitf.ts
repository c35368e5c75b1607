import type { NewsItem } from '../../src/news-item.ts';

export const nitfStory: NewsItem = {
  source: 'Meridian Wire',
  sourceId: 'MW-2025-0301-0042',
  format: 'nitf',
  type: 'text',
  version: '4',
  versionCreatedAt: '2025-03-01T08:00:00+01:00',
  pubStatus: 'usable',
  embargoedUntil: '2025-03-01T12:00:00+01:00',
  language: 'en-US',
  headline: 'Harbor reopens — at half speed',
  standfirst: 'Ships line up outside the breakwater.',
  dateline: 'PORT ELM, March 1',
  body: [
    {
      kind: 'heading',
      level: 2,
      text: 'Divers to look at the quay',
    },
    {
      kind: 'figure',
      role: 'LEAD',
      caption: 'The lighthouse at dawn',
      credit: 'Meridian/Bo Li',
      altText: 'A lighthouse',
      picture: {
        fileName: 'large.jpg',
        mimeType: 'image/jpeg',
        width: 1600,
        height: 1000,
        creator: 'Bo Li',
      },
    },
    {
      kind: 'paragraph',
      html: 'The harbor of Port <em>Elm</em> opened, Bo Li of the Port Authority said.',
    },
    {
      kind: 'heading',
      level: 2,
      text: 'Slow start',
    },
    {
      kind: 'paragraph',
      html: 'More at <a href="https://elm.example/port">the port</a>.',
    },
    {
      kind: 'quote',
      html: 'Never such a sea.',
      attribution: 'Harbor master',
      pull: false,
    },
    {
      kind: 'table',
      head: ['Day', 'Ships'],
      rows: [['Sunday', '40']],
    },
    {
      kind: 'embed',
      provider: 'YouTube',
      url: 'https://www.youtube.com/watch?v=1',
      title: 'The storm',
    },
    {
      kind: 'list',
      ordered: false,
      items: ['One', 'Two'],
    },
    {
      kind: 'paragraph',
      html: 'Ada Byron writes of ships.',
    },
  ],
  publishedAt: '2025-03-01T12:00:00+01:00',
  updatedAt: '2025-03-01T08:00:00+01:00',
  bylines: [
    {
      name: 'Ada Byron',
      role: 'Staff Writers',
    },
    {
      name: 'Bo Li',
      role: 'Staff Writers',
    },
  ],
  topics: [
    {
      title: 'storms',
      kind: 'SUBJECT',
      mediaTopic: 'medtop:20000154',
    },
    {
      title: 'Bo Li',
      kind: 'PERSON',
    },
    {
      title: 'Port Authority',
      kind: 'ORGANISATION',
    },
    {
      title: 'Port Elm',
      kind: 'PLACE',
    },
  ],
  urgency: 3,
  genres: ['analysis'],
  keywords: ['harbor', 'storm'],
  slugline: 'Harbor-Storm',
  editorialNote: 'Updates with quote. Photos to follow. Corrects the name of the pier. Expires: 20250401T000000Z',
  creditLine: 'Meridian Wire',
  corrections: [
    {
      at: '2025-03-01T08:00:00+01:00',
    },
  ],
  copyright: '2025 Meridian Wire',
  usageTerms: 'Not for use in Elmland.',
};
